package dev.escapement.processor.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How names in Java become names in JSON. */
public enum Naming {
    AS_DECLARED,
    SNAKE_CASE;

    /** The naming that a compiler option asks for; empty if there is none of that name. */
    public static Optional<Naming> ofOption(String option) {
        return Arrays.stream(values())
                .filter(naming -> naming.name().toLowerCase(Locale.ROOT).equals(option))
                .findFirst();
    }

    /** The JSON name of a component. */
    public String property(String component) {
        return this == SNAKE_CASE ? snakeCase(component) : component;
    }

    /** {@code orderId} becomes {@code order_id}, {@code parseURLNow} becomes {@code parse_url_now}. */
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

    /** {@code orderId} becomes {@code ORDER_ID}. */
    public static String constant(String name) {
        return snakeCase(name).toUpperCase(Locale.ROOT);
    }

    /** {@code LOCAL_DATE} becomes {@code LocalDate}. */
    public static String camelCase(String constant) {
        StringBuilder camel = new StringBuilder();
        for (String word : constant.split("_", -1)) {
            camel.append(word, 0, Math.min(1, word.length()));
            camel.append(word.substring(Math.min(1, word.length())).toLowerCase(Locale.ROOT));
        }
        return camel.toString();
    }

    private static boolean beginsWord(String name, int upper) {
        char before = name.charAt(upper - 1);
        boolean lowerFollows = upper + 1 < name.length() && Character.isLowerCase(name.charAt(upper + 1));
        return before != '_' && (!Character.isUpperCase(before) || lowerFollows);
    }
}
