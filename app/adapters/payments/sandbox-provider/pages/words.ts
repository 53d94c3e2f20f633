import type { Locale } from "~/ui/texts/locale";

/** What the provider's two pages say. */
export type Words = {
  readonly cardTitle: string;
  readonly number: string;
  readonly expiry: string;
  readonly expiryHint: string;
  readonly cvc: string;
  readonly cvcHint: string;
  readonly use: string;
  readonly change: string;
  /** `{card}`: `Visa •••• 4242`. */
  readonly keep: string;
  /** `{month}`: `08/28`. */
  readonly expires: string;
  readonly sandbox: string;
  readonly failed: string;
  readonly errors: {
    readonly numberMissing: string;
    readonly numberWrong: string;
    readonly numberReal: string;
    readonly expiryWrong: string;
    readonly expiryPast: string;
    readonly cvcThree: string;
    readonly cvcFour: string;
  };
  readonly challengeTitle: string;
  /** `{card}`: `Visa •••• 4242`. */
  readonly challengeAsk: string;
  readonly confirm: string;
  readonly refuse: string;
  readonly challengeOver: string;
  readonly back: string;
  readonly challengeSandbox: string;
  readonly lostTitle: string;
  readonly lost: string;
};

export const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    cardTitle: "Card",
    number: "Card number",
    expiry: "Expiry",
    expiryHint: "MM/YY",
    cvc: "Security code",
    cvcHint: "CVC",
    use: "Use this card",
    change: "Change",
    keep: "Keep {card}",
    expires: "Expires {month}",
    sandbox: "Sandbox: no real card works here. Try 4242 4242 4242 4242, any date to come and any code.",
    failed: "That did not work. Please try again.",
    errors: {
      numberMissing: "Enter the number on the front of your card.",
      numberWrong: "This number is not right: check it digit by digit.",
      numberReal: "Only test cards work in this sandbox, such as 4242 4242 4242 4242.",
      expiryWrong: "Enter the month and year, such as 08/28.",
      expiryPast: "This card has expired.",
      cvcThree: "Enter the 3 digits on the back of your card.",
      cvcFour: "Enter the 4 digits on the front of your card.",
    },
    challengeTitle: "Your bank asks you to confirm",
    challengeAsk: "Do you want to pay with {card}?",
    confirm: "Confirm",
    refuse: "Refuse",
    challengeOver: "There is nothing left to confirm here.",
    back: "Back to the shop",
    challengeSandbox: "Sandbox: this page stands for your bank’s. No money moves.",
    lostTitle: "Not found",
    lost: "There is nothing at this address. It may have been mistyped.",
  },
  fr: {
    cardTitle: "Carte",
    number: "Numéro de carte",
    expiry: "Expiration",
    expiryHint: "MM/AA",
    cvc: "Cryptogramme",
    cvcHint: "CVC",
    use: "Utiliser cette carte",
    change: "Changer",
    keep: "Garder {card}",
    expires: "Expire {month}",
    sandbox: "Bac à sable : aucune vraie carte ne marche ici. Essayez 4242 4242 4242 4242, une date à venir et un code au choix.",
    failed: "Cela n’a pas marché. Réessayez.",
    errors: {
      numberMissing: "Saisissez le numéro inscrit sur votre carte.",
      numberWrong: "Ce numéro n’est pas juste : vérifiez chiffre par chiffre.",
      numberReal: "Seules les cartes de test marchent dans ce bac à sable, comme 4242 4242 4242 4242.",
      expiryWrong: "Saisissez le mois et l’année, par exemple 08/28.",
      expiryPast: "Cette carte a expiré.",
      cvcThree: "Saisissez les 3 chiffres au dos de votre carte.",
      cvcFour: "Saisissez les 4 chiffres au recto de votre carte.",
    },
    challengeTitle: "Votre banque vous demande de confirmer",
    challengeAsk: "Voulez-vous payer avec {card} ?",
    confirm: "Confirmer",
    refuse: "Refuser",
    challengeOver: "Il n’y a plus rien à confirmer ici.",
    back: "Retour à la boutique",
    challengeSandbox: "Bac à sable : cette page remplace celle de votre banque. Aucun argent ne bouge.",
    lostTitle: "Introuvable",
    lost: "Il n’y a rien à cette adresse. Elle est peut-être mal recopiée.",
  },
};

const NETWORK_NAMES: Readonly<Record<string, string>> = {
  amex: "American Express",
  diners: "Diners Club",
  discover: "Discover",
  jcb: "JCB",
  mastercard: "Mastercard",
  unionpay: "UnionPay",
  visa: "Visa",
};

/** `Visa •••• 4242`, with spaces that keep the line together. */
export function cardName({ brand, last4 }: { readonly brand: string; readonly last4: string }, words: Words): string {
  return `${NETWORK_NAMES[brand] ?? words.cardTitle}\u00a0••••\u00a0${last4}`;
}

/** `2028-08` as it stands on a card: `08/28`. */
export function monthOnCard(expires: string): string {
  return `${expires.slice(5)}/${expires.slice(2, 4)}`;
}
