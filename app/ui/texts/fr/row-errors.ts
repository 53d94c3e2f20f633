import type { AreaOf } from "../catalogue";
import type { rowErrors as english } from "../en/row-errors";

export const rowErrors = {
  "row_error.columns_missing":
    "Il manque au fichier ce qu’il faut à tout produit : {columns}. Ajoutez-le à la première ligne et remplissez-le, ou exportez de nouveau le fichier.",
  "row_error.too_many_columns": "Le fichier a plus de {max} colonnes. Retirez celles qui ne servent pas.",
  "row_error.too_many_rows": "Le fichier a plus de {max} lignes. Découpez-le par produits et importez les parties.",
  "row_error.quote_not_closed":
    "Une cellule entre guillemets commence ici et ne finit jamais. Ajoutez le guillemet manquant (dans un texte, un guillemet s’écrit deux fois).",
  "row_error.too_many_cells":
    "Cette ligne a {cells} cellules, mais la première ligne nomme {columns} colonnes. Mettez entre guillemets les textes qui contiennent une virgule.",
  "row_error.row_empty": "Cette ligne n’apporte ni déclinaison ni photo. Remplissez-la ou supprimez-la.",
  "row_error.handle_missing": "La ligne ne dit pas de quel produit il s’agit. Écrivez son identifiant, par exemple chemise-lin.",
  "row_error.handle_invalid":
    "Un identifiant se compose de lettres, chiffres, traits d’union, tirets bas et points, et commence par une lettre ou un chiffre, par exemple chemise-lin.",
  "row_error.title_missing": "Le produit n’a pas de titre. Écrivez-le sur la première ligne du produit.",
  "row_error.text_too_long": "Le texte dépasse {max} caractères. Raccourcissez-le.",
  "row_error.character_unreadable":
    "Le texte contient des caractères illisibles. Enregistrez le fichier en CSV UTF-8 et importez-le de nouveau.",
  "row_error.price_missing": "Le prix manque. Écrivez un nombre simple, par exemple 19.90 ; 0 est permis.",
  "row_error.price_not_a_number": "Ce n’est pas un prix. Écrivez un nombre avec un point et sans symbole, par exemple 19.90.",
  "row_error.price_negative": "Un prix ne peut pas être négatif. Écrivez-le sans le signe moins.",
  "row_error.price_too_high": "Ce prix est trop élevé pour être voulu. Vérifiez le point décimal.",
  "row_error.price_decimals": "{currency} a au plus {places} décimales. Arrondissez le prix ainsi.",
  "row_error.stock_not_whole":
    "Le stock se compte en pièces entières. Écrivez un nombre entier, par exemple 12, ou laissez la cellule vide.",
  "row_error.stock_negative": "Le stock ne peut pas être négatif. Écrivez 0 pour une déclinaison épuisée.",
  "row_error.option_name_missing":
    "La valeur d’option n’a pas de nom d’option. Écrivez le nom, par exemple Taille, sur la première ligne du produit.",
  "row_error.option_name_differs": "La première ligne du produit appelle cette option {name}. Utilisez ce nom ou laissez la cellule vide.",
  "row_error.option_name_repeated": "Le produit a deux options de ce nom. Renommez l’une d’elles.",
  "row_error.option_value_missing": "La déclinaison ne dit pas sa valeur pour {name}. Écrivez-la, par exemple Petit.",
  "row_error.duplicate_variant":
    "La ligne {sameAs} est la même déclinaison de ce produit. Changez une valeur d’option ou supprimez l’une des deux lignes.",
  "row_error.status_unknown": "État inconnu. Écrivez active, draft ou archived, ou laissez la cellule vide.",
  "row_error.flag_unknown": "Écrivez true ou false, ou laissez la cellule vide.",
  "row_error.image_url_invalid":
    "L’adresse d’une photo commence par https:// ou http:// et n’a pas d’espace. Corrigez-la ou laissez la cellule vide.",
  "row_error.image_position_invalid": "La position d’une photo est un nombre entier à partir de 1. Corrigez-la ou laissez la cellule vide.",
} as const satisfies AreaOf<typeof english>;
