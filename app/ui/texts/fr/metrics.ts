import type { AreaOf } from "../catalogue";
import type { metrics as english } from "../en/metrics";

export const metrics = {
  "metric.orders.title": "Commandes",
  "metric.orders.formula":
    "Commandes passées dans la période, chacune comptée une fois, le jour où elle est passée. Pour les achats repris, une commande est une facture de vente.",
  "metric.units.title": "Articles",
  "metric.units.formula": "Pièces de ces commandes : les quantités de leurs lignes, additionnées.",
  "metric.gross_sales.title": "Ventes brutes",
  "metric.gross_sales.formula": "Prix catalogue × quantité de chaque ligne vendue, hors taxes et hors livraison.",
  "metric.discounts.title": "Remises",
  "metric.discounts.formula": "Ce que codes et baisses de prix ont retiré des ventes brutes.",
  "metric.refunds.title": "Remboursements",
  "metric.refunds.formula":
    "Argent rendu pour des lignes annulées ou retournées, compté le jour où il est rendu, et non le jour de la commande.",
  "metric.net_sales.title": "Ventes nettes",
  "metric.net_sales.formula": "Ventes brutes − remises − remboursements.",
  "metric.aov.title": "Panier moyen",
  "metric.aov.formula": "(Ventes brutes − remises) ÷ commandes. Sans commande, pas de moyenne : « — ».",
  "glossary.title": "Glossaire",
  "glossary.sentence": "Chaque chiffre, en toutes lettres.",
  "glossary.sentence_rest": "Graphiques, tableaux, fichiers et ligne de commande suivent ces définitions, et aucune autre.",
  "glossary.unit": "Unité",
  "glossary.source": "Compté à partir de",
  "glossary.name": "Nom dans les fichiers",
  "glossary.rules": "Règles communes",
  "glossary.rule.days": "Jours, semaines et mois sont ceux du fuseau choisi. La semaine commence le lundi.",
  "glossary.rule.tax": "Les montants sont hors taxes et hors livraison, dans la monnaie de la marque, jamais convertis.",
  "glossary.rule.watermark": "« Complet jusqu’à 14:32:05 » signifie : tout ce qui a été noté avant ce moment est dans le chiffre.",
  "glossary.rule.products":
    "Les « commandes avec ce produit » se recoupent : une commande de deux produits compte pour les deux. On ne les additionne donc jamais.",
  "glossary.fact": "{name} : {value}",
  "glossary.additive": "S’additionne d’un jour à l’autre.",
  "glossary.not_additive": "Ne s’additionne pas : recalculé pour chaque période.",
  "unit.money": "montant",
  "unit.count": "nombre",
  "unit.ratio": "rapport",
} as const satisfies AreaOf<typeof english>;
