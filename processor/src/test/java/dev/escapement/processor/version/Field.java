package dev.escapement.processor.version;

import java.util.List;
import java.util.Locale;

/**
 * A component of a generated record.
 *
 * @param name the name
 * @param type the type
 * @param min the minimum length or value
 * @param max the maximum length or value
 * @param constants the constants of an enum
 * @param presence whether the component can be absent
 */
record Field(String name, Type type, int min, int max, List<String> constants, Presence presence) {

    /** The types of components. */
    enum Type {
        TEXT,
        WHOLE,
        FRACTION,
        CONSTANT,

        /** A string with a format. */
        DATE,

        /** A string with a pattern. */
        CODE,

        /** A record with a string. */
        NESTED
    }

    /** The treatment of an absent component. */
    enum Presence {
        REQUIRED,
        OPTIONAL
    }

    static Field text(String name, int min, int max) {
        return new Field(name, Type.TEXT, min, max, List.of(), Presence.REQUIRED);
    }

    static Field whole(String name, int min, int max) {
        return new Field(name, Type.WHOLE, min, max, List.of(), Presence.REQUIRED);
    }

    static Field constant(String name, String... constants) {
        return new Field(name, Type.CONSTANT, 0, 0, List.of(constants), Presence.REQUIRED);
    }

    static Field date(String name) {
        return new Field(name, Type.DATE, 1, 9, List.of(), Presence.REQUIRED);
    }

    static Field code(String name, int min, int max) {
        return new Field(name, Type.CODE, min, max, List.of(), Presence.REQUIRED);
    }

    static Field nested(String name, int min, int max) {
        return new Field(name, Type.NESTED, min, max, List.of(), Presence.REQUIRED);
    }

    Field named(String other) {
        return new Field(other, type, min, max, constants, presence);
    }

    Field typed(Type other) {
        return new Field(name, other, min, max, constants, presence);
    }

    Field within(int lower, int upper) {
        return new Field(name, type, lower, upper, constants, presence);
    }

    Field of(List<String> others) {
        return new Field(name, type, min, max, others, presence);
    }

    Field with(Presence other) {
        return new Field(name, type, min, max, constants, other);
    }

    /** Returns the declaration of the type of the component; empty for a type of the JDK. */
    String auxiliaryType(String owner) {
        return switch (type) {
            case CONSTANT -> "enum " + typeName(owner) + " { " + String.join(", ", constants) + " }\n";
            case NESTED ->
                "record " + typeName(owner) + "(@Size(min = " + min + ", max = " + max + ") String text) {}\n";
            case TEXT, WHOLE, FRACTION, DATE, CODE -> "";
        };
    }

    private String typeName(String owner) {
        return owner + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    String declaration(String owner) {
        String bounded = switch (type) {
            case TEXT -> "@Size(min = " + min + ", max = " + max + ") String";
            case WHOLE -> "@Min(" + min + ") @Max(" + max + ") Integer";
            case FRACTION -> "@Min(" + min + ") @Max(" + max + ") Double";
            case CONSTANT, NESTED -> typeName(owner);
            case DATE -> "java.time.LocalDate";
            case CODE -> "@Pattern(regexp = \"[A-Z]-[0-9]{" + min + "," + max + "}\") String";
        };
        return switch (presence) {
            case REQUIRED -> bounded + " " + name;
            case OPTIONAL -> "Optional<" + bounded + "> " + name;
        };
    }

    /** Returns a value at a bound: the smallest or an absent one for 0, the greatest for 1, another for others. */
    private int corner(int index) {
        return index == 0 ? min : index == 1 ? max : (min + max) / 2;
    }

    /** Returns the JSON of a value at a bound; empty if the component is absent. */
    String json(int index) {
        if (presence != Presence.REQUIRED && index == 0) {
            return "";
        }
        int corner = corner(presence == Presence.REQUIRED ? index : index - 1);
        return switch (type) {
            case TEXT -> "\"" + "x".repeat(corner) + "\"";
            case WHOLE, FRACTION -> String.valueOf(corner);
            case CONSTANT -> "\"" + constants.get(index % constants.size()) + "\"";
            case DATE -> "\"2026-11-1" + corner % 10 + "\"";
            case CODE -> "\"A-" + "1".repeat(corner) + "\"";
            case NESTED -> "{\"text\":\"" + "x".repeat(corner) + "\"}";
        };
    }

    /** Returns the Java expression of a valid value. */
    String expression(String owner) {
        String value = switch (type) {
            case TEXT -> "\"" + "x".repeat(min) + "\"";
            case WHOLE -> String.valueOf(min);
            case FRACTION -> min + ".0";
            case CONSTANT -> typeName(owner) + "." + constants.get(0);
            case DATE -> "java.time.LocalDate.of(2026, 11, 11)";
            case CODE -> "\"A-" + "1".repeat(min) + "\"";
            case NESTED -> "new " + typeName(owner) + "(\"" + "x".repeat(min) + "\")";
        };
        return presence == Presence.OPTIONAL ? "Optional.of(" + value + ")" : value;
    }

    /** Returns the JSON object with values of components at a bound. */
    static String object(List<Field> fields, int index) {
        StringBuilder json = new StringBuilder("{");
        for (Field field : fields) {
            String value = field.json(index);
            if (!value.isEmpty()) {
                json.append(json.length() > 1 ? "," : "")
                        .append("\"" + field.name() + "\":")
                        .append(value);
            }
        }
        return json.append("}").toString();
    }
}
