import { Icon } from "../icons/icon";
import styles from "./picture.module.css";

type Props = {
  readonly url: string | null;
  readonly alt: string;
  readonly size: "mini" | "shelf";
  /** Pictures below the first screen wait until they come near. */
  readonly lazy?: boolean;
};

/**
 * A product's picture. Only pictures served by this site are shown: one from elsewhere would tell that site who
 * looks at what, and the page's policy refuses it. A hanger stands in.
 */
export function Picture({ url, alt, size, lazy = true }: Props) {
  const own = url?.startsWith("/") === true && !url.startsWith("//");
  return (
    <span className={`${styles.picture} ${styles[size]}`}>
      {own ? (
        <img
          src={url}
          alt={alt}
          loading={lazy ? "lazy" : "eager"}
          decoding="async"
          width={size === "mini" ? 40 : 320}
          height={size === "mini" ? 40 : 320}
        />
      ) : (
        <Icon name="hanger" />
      )}
    </span>
  );
}
