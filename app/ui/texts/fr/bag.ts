import type { AreaOf } from "../catalogue";
import type { bag as english } from "../en/bag";

export const bag = {
  "bag.title": "Votre panier",
  "bag.empty": "Votre panier est vide.",
  "bag.empty_body": "Ce qui vous plaît dans le fil arrive ici d’un geste.",
  "bag.to_feed": "Voir le fil",
  "bag.gone": "Un article n’est plus vendu.",
  "bag.items": "Articles",
  "bag.in_currency": "Articles en {currency}",
  "bag.shipping_later": {
    one: "La livraison s’ajoute à l’étape suivante. Une marque, une commande.",
    other: "La livraison s’ajoute à l’étape suivante. {count} marques, {count} commandes, un seul paiement à valider.",
  },
  "bag.checkout": "Commander · {price}",
  "bag.not_ready": "Quelque chose a changé. Acceptez-le plus haut ou retirez l’article, puis continuez.",
  "bag.price_changed": "Le prix est passé de {from} à {to}.",
  "bag.short": { one: "Il n’en reste que {count}.", other: "Il n’en reste que {count}." },
  "bag.sold_out": "Épuisé entre-temps.",
  "bag.agree": "J’accepte",
  "bag.change": "Modifier",
  "bag.remove": "Retirer",
  "bag.remove_of": "Retirer {title}",
  "bag.quantity_of": "Quantité de {title}",
  "bag.said.not_for_sale": "Cet article n’est plus en vente.",
  "bag.said.sold_out": "Cet article est épuisé.",
  "bag.said.short": "Il n’en reste pas autant. Votre panier garde ce qu’il y a.",
  "bag.said.too_many": "Un panier contient au plus 99 fois le même article.",
  "bag.said.bag_full": "Le panier est plein. Commandez d’abord ce qu’il contient.",
  "bag.said.bag_not_ready": "Quelque chose a changé dans le panier. Vérifiez, puis continuez.",
  "bag.said.empty_bag": "Il n’y a rien à payer.",
  "bag.said.not_in_bag": "Cet article n’était plus dans le panier.",
} as const satisfies AreaOf<typeof english>;
