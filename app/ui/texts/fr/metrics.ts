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
  "metric.raw_clicks.title": "Tous les clics",
  "metric.raw_clicks.formula":
    "Chaque clic sur un lien et chaque appui sur une publication ou une vitrine d’affilié, y compris ceux qui ne comptent pas : robots, répétitions dans l’heure, ses propres visites.",
  "metric.clicks.title": "Clics",
  "metric.clicks.formula":
    "Clics et appuis qui comptent : par une personne, pour un partenariat approuvé, ni les siens ni une répétition dans l’heure. Une visite compte une fois par marque.",
  "metric.orders_credited.title": "Commandes créditées",
  "metric.orders_credited.formula":
    "Chaque commande forme un tout, réparti sur ses lignes selon leur valeur puis sur les contacts qui y ont mené. Affiché au centième, tenu au millionième.",
  "metric.click_conversion.title": "Conversion des clics",
  "metric.click_conversion.formula":
    "Commandes créditées aux clics de la période ÷ ces clics. Des commandes ultérieures l’augmentent encore jusqu’à la fin du délai du dernier clic.",
  "metric.units_credited.title": "Articles crédités",
  "metric.units_credited.formula": "Pièces des lignes créditées, réparties comme les commandes.",
  "metric.credited_sales.title": "Ventes créditées",
  "metric.credited_sales.formula":
    "Prix de vente des lignes créditées, remises déduites, hors taxes et hors livraison, réparti comme les commandes.",
  "metric.credited_refunds.title": "Remboursements crédités",
  "metric.credited_refunds.formula": "Part des ventes créditées qui a été reprise, comptée le jour de la reprise.",
  "metric.credited_net_sales.title": "Ventes nettes créditées",
  "metric.credited_net_sales.formula": "Ventes créditées − remboursements crédités.",
  "metric.commission_accrued.title": "Commission gagnée",
  "metric.commission_accrued.formula":
    "Commission des commandes de la période, décidée selon les conditions en vigueur. En attente jusqu’à la fin du délai de retour.",
  "metric.commission_reversed.title": "Commission reprise",
  "metric.commission_reversed.formula":
    "Commission reprise par les annulations et remboursements, aux conditions de la vente, comptée le jour de la reprise.",
  "metric.commission_net.title": "Commission nette",
  "metric.commission_net.formula": "Commission gagnée − commission reprise.",
  "metric.effective_rate.title": "Taux effectif",
  "metric.effective_rate.formula": "Commission nette ÷ ventes nettes créditées.",
  "metric.epc_gross.title": "Par clic, avant retours",
  "metric.epc_gross.formula": "Commission gagnée par les clics de la période ÷ ces clics.",
  "metric.epc_net.title": "Par clic, retours déduits",
  "metric.epc_net.formula": "Commission gagnée par les clics de la période, moins ce qui en a été repris ÷ ces clics.",
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
  "unit.credit": "commandes, au millionième",
  "unit.share": "pourcentage",
  "unit.per_click": "montant, au dixième de centime",
} as const satisfies AreaOf<typeof english>;
