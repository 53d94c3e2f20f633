import type { NamedGroup } from "~/domain/reporting/named-group";
import { Picture } from "../display/picture";
import type { Texts } from "../texts/texts";
import { useTexts } from "../texts/texts-context";
import styles from "./group-name.module.css";

type Props = {
  readonly group: NamedGroup;
  /** Whose it is, where several affiliates stand in one table. */
  readonly owned?: boolean;
  /** What a group is called that stands for nothing in particular. */
  readonly rest?: string | undefined;
};

/** What a line of a credit table stands for: an affiliate, a link with its aim, a post with its picture. */
export function GroupName({ group, owned = false, rest }: Props) {
  const texts = useTexts();
  const { first, second } = wordsOf(texts, group, rest);
  const owner = owned && group.affiliate !== null && (group.link !== null || group.post !== null) ? `@${group.affiliate.handle}` : null;
  return (
    <span className={styles.group}>
      {group.post === null ? null : <Picture url={group.post.pictureUrl} alt="" size="mini" />}
      <span className={styles.words}>
        <b>{first}</b>
        <span className={styles.second}>{[owner, second].filter((part) => part !== null).join(" · ")}</span>
      </span>
    </span>
  );
}

/** A group's name and what stands below it, in words. */
export function wordsOf({ t }: Texts, group: NamedGroup, rest?: string): { readonly first: string; readonly second: string | null } {
  const { link, post, affiliate, channel } = group;
  if (link !== null) {
    const aim = t("studio.link_to", { path: link.path });
    return { first: `/l/${link.slug}`, second: link.sub1 === null ? aim : `${aim} · ${link.sub1}` };
  }
  if (post !== null) return { first: post.caption, second: t("studio.channel.post") };
  if (channel !== null) return { first: t(`studio.channel.${channel}`), second: null };
  if (affiliate !== null) return { first: affiliate.name, second: `@${affiliate.handle}` };
  return { first: rest ?? "—", second: null };
}
