package dev.escapement.processor.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The ways to convert the Java names of members, which are components and enum constants, to JSON names. The JSON names
 * of types are always in {@linkplain #snakeCase snake_case}.
 */
public enum Naming {
    AS_DECLARED,
    SNAKE_CASE;

    /** Returns the naming that a compiler option value selects, empty for an unknown value. */
    public static Optional<Naming> ofOption(String option) {
        return Arrays.stream(values())
                .filter(naming -> naming.name().toLowerCase(Locale.ROOT).equals(option))
                .findFirst();
    }

    /** Returns the JSON name of a component or an enum constant. */
    public String member(String javaName) {
        return this == SNAKE_CASE ? snakeCase(javaName) : javaName;
    }

    /** Returns whether the JSON name of a member depends on the naming. */
    public static boolean converts(String javaName) {
        return !snakeCase(javaName).equals(javaName);
    }

    /**
     * Converts {@code orderId} to {@code order_id}, and {@code fooBARbaz} to {@code foo_barbaz}. The result is that of
     * Jackson's {@code PropertyNamingStrategies.SNAKE_CASE}: an underscore precedes each capital letter that follows
     * another letter or digit, and one leading underscore is removed.
     */
    public static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        boolean capital = false;
        for (int i = name.startsWith("_") ? 1 : 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean before = capital;
            capital = Character.isUpperCase(c);
            if (capital && !before && !snake.isEmpty() && snake.charAt(snake.length() - 1) != '_') {
                snake.append('_');
            }
            snake.append(capital ? Character.toLowerCase(c) : c);
        }
        return snake.isEmpty() ? name : snake.toString();
    }

    /** Converts {@code orderId} to {@code ORDER_ID}, and {@code parseURLNow} to {@code PARSE_URL_NOW}. */
    public static String constant(String name) {
        StringBuilder constant = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && beginsWord(name, i)) {
                constant.append('_');
            }
            constant.append(c);
        }
        return constant.toString().toUpperCase(Locale.ROOT);
    }

    /** Converts the name of a constant to upper camel case, for example {@code LOCAL_DATE} to {@code LocalDate}. */
    public static String camelCase(String constant) {
        StringBuilder camel = new StringBuilder();
        for (String word : constant.split("_", -1)) {
            camel.append(word, 0, Math.min(1, word.length()));
            camel.append(word.substring(Math.min(1, word.length())).toLowerCase(Locale.ROOT));
        }
        return camel.toString();
    }

    /** Converts the name of a constant to lower camel case, for example {@code LOCAL_DATE} to {@code localDate}. */
    public static String lowerCamelCase(String constant) {
        String camel = camelCase(constant);
        return camel.substring(0, 1).toLowerCase(Locale.ROOT) + camel.substring(1);
    }

    private static boolean beginsWord(String name, int upper) {
        char before = name.charAt(upper - 1);
        boolean lowerFollows = upper + 1 < name.length() && Character.isLowerCase(name.charAt(upper + 1));
        return before != '_' && (!Character.isUpperCase(before) || lowerFollows);
    }
}
