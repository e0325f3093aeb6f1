package dev.escapement.processor.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways to convert Java names to JSON names. */
public enum Naming {
    AS_DECLARED,
    SNAKE_CASE;

    /** Returns the naming that a compiler option value selects, empty for an unknown value. */
    public static Optional<Naming> ofOption(String option) {
        return Arrays.stream(values())
                .filter(naming -> naming.name().toLowerCase(Locale.ROOT).equals(option))
                .findFirst();
    }

    /** Returns the JSON name of a component. */
    public String property(String component) {
        return this == SNAKE_CASE ? snakeCase(component) : component;
    }

    /** Converts {@code orderId} to {@code order_id}, and {@code parseURLNow} to {@code parse_url_now}. */
    public static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && beginsWord(name, i)) {
                snake.append('_');
            }
            snake.append(c);
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }

    /** Converts {@code orderId} to {@code ORDER_ID}. */
    public static String constant(String name) {
        return snakeCase(name).toUpperCase(Locale.ROOT);
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
