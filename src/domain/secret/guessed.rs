//! The answers that strangers try first.

/// Colours, pets, names, cities, teams, foods, months and evasions that strangers try first, in English and
/// Spanish, folded and sorted. Short ones are here because spaces around an answer count as characters.
#[rustfmt::skip]
pub(super) const COMMONLY_GUESSED: &[&str] = &[
    "000000", "111111", "123456", "1234567", "12345678", "123456789", "abc123", "abcdef", "abuela",
    "abuelo", "agosto", "amarillo", "amigo", "amor", "angel", "animal", "answer", "apple", "april", "arroz",
    "arsenal", "august", "autumn", "azul", "baby", "ball", "banana", "barca", "barcelona", "bear", "beer",
    "berlin", "bird", "birthday", "biscuit", "black", "blanco", "blue", "boca juniors", "bogota", "bogotá",
    "boston", "bread", "brother", "brown", "buddy", "buenos aires", "burger", "butter", "café", "candy",
    "caracas", "carlos", "cars", "cat", "charlie", "cheese", "chelsea", "cherry", "chicago", "chicken",
    "chocolate", "christmas", "clinic", "coffee", "colombia", "computer", "contrasena", "contraseña",
    "cookie", "cooking", "daddy", "daniel", "david", "december", "diciembre", "doctor", "dog", "dogs",
    "dolphin", "domingo", "don't know", "dragon", "elephant", "enero", "england", "espana", "españa",
    "familia", "family", "father", "febrero", "february", "fish", "flower", "flowers", "football", "fresa",
    "friday", "friend", "futbol", "fútbol", "gato", "gold", "golden", "grandma", "grandpa", "gray", "green",
    "grey", "guitar", "hamburger", "happy", "heaven", "hello", "hermana", "hermano", "hija", "hijo",
    "horse", "hospital", "hunter", "i don't know", "ice cream", "iceland", "india", "invierno", "italy",
    "january", "jennifer", "jessica", "jesus", "jesús", "john", "johnson", "jordan", "josé", "juan",
    "jueves", "julio", "july", "june", "junio", "lakers", "lemon", "letmein", "lima", "liverpool", "london",
    "los angeles", "love", "lucky", "luna", "lunes", "madre", "madrid", "maggie", "mamá", "manchester",
    "manchester united", "march", "martes", "mary", "marzo", "maría", "matthew", "max", "mexico", "michael",
    "miercoles", "miércoles", "monday", "monkey", "morado", "mother", "mum", "mummy", "music", "méxico",
    "naranja", "negro", "new york", "no answer", "no sé", "none", "nosé", "nothing", "november",
    "noviembre", "october", "octubre", "orange", "otoño", "padre", "paella", "papá", "parents", "paris",
    "password", "pasta", "patient", "peanut", "pepper", "perro", "pink", "pizza", "plata", "pollo",
    "primavera", "princesa", "princess", "purple", "qwerty", "rabbit", "rainbow", "rangers", "reading",
    "real madrid", "red", "robert", "rojo", "rosa", "rose", "running", "sabado", "saturday", "school",
    "secret", "secreto", "september", "septiembre", "sevilla", "shadow", "silver", "sister", "smith",
    "soccer", "spaghetti", "spain", "spring", "steak", "strawberry", "summer", "sunday", "sunshine",
    "sydney", "sábado", "tacos", "teacher", "tennis", "tequila", "test", "the answer", "thomas", "thursday",
    "tiger", "tortilla", "tuesday", "turtle", "unknown", "valencia", "vanilla", "verano", "verde",
    "viernes", "violet", "violeta", "water", "wednesday", "white", "william", "winter", "wizard", "yankees",
    "yellow", "york",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::secret::fold;

    #[test]
    fn the_list_of_guessed_answers_is_folded_and_sorted() {
        assert!(COMMONLY_GUESSED.len() >= 200);
        assert!(COMMONLY_GUESSED.windows(2).all(|pair| pair[0] < pair[1]));
        for answer in COMMONLY_GUESSED {
            assert_eq!(fold(answer.trim()).as_bytes(), answer.as_bytes());
        }
    }
}
