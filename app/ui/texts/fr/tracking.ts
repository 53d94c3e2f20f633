/** Le consentement, les liens et ce que le bord en dit. */
export const tracking = {
  "edge.busy": "Il y a beaucoup de monde en ce moment. Réessayez dans un instant ; rien n’est perdu.",
  "edge.bad_report": "Ce relevé n’a pas la forme que ce site comprend : rien n’a été gardé.",
  "consent.title": "Pouvons-nous reconnaître ce navigateur ?",
  "consent.words":
    "Si vous dites oui, un nombre tiré au hasard retient quel créateur vous a envoyé, pour qu’il soit payé quand vous reviendrez acheter. Aucun autre site ne le lit.",
  "consent.more": "Ce que cela veut dire",
  "consent.accept": "Oui, le reconnaître",
  "consent.refuse": "Non, ne pas le faire",
  "consent.link": "Choix de confidentialité",
  "consent.page": "Votre choix de confidentialité",
  "consent.unasked": "Vous n’avez pas encore répondu. D’ici là, ce navigateur n’est pas reconnu.",
  "consent.granted": "Ce navigateur est reconnu, parce que vous avez accepté.",
  "consent.refused": "Ce navigateur n’est pas reconnu, parce que vous avez refusé.",
  "consent.signal":
    "Votre navigateur demande à tous les sites de ne pas vous suivre (Global Privacy Control). Nous le respectons, quelle que soit votre réponse ici.",
  "consent.kept":
    "Si vous acceptez, un cookie contenant un seul nombre tiré au hasard reste 180 jours. Il ne dit rien de vous, et ce site est le seul à le lire. Les créateurs dont les publications et les liens vous ont menés ici sont crédités de ce que vous achetez ; ils n’apprennent jamais qui vous êtes.",
  "consent.without":
    "Si vous refusez, tout fonctionne de la même façon. Le lien par lequel vous êtes venus compte pour cette visite seulement, et le nombre gardé dans ce navigateur est effacé. Vos achats passés restent crédités.",
  "consent.done": "Votre choix est enregistré.",
} as const;
