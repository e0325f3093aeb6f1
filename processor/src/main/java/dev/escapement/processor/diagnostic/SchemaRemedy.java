package dev.escapement.processor.diagnostic;

/** Replacements for types of which there is no JSON Schema. */
public enum SchemaRemedy implements Wording {
    OTHER_TYPE(
            "Use a primitive, String, number, enum, record, sealed interface of records, array, List, Set, Map, Optional,"
                    + " a class of java.time, UUID, URI, URL, Locale, Currency, or JsonText for any JSON."),
    INTERFACE("Use {0}: which class holds the values is no part of the JSON."),
    URI("To compare two URLs Java looks their hosts up in the network: use URI, or a List."),
    LIST("An array is equal to itself only, so that a Set would hold the same twice: use a List."),
    ELEMENT_TYPE("Say what it holds: {0}, for example."),
    NOT_NULLABLE("It is never null here: leave @Nullable out."),
    NULLABLE_PRIMITIVE(
            "A primitive is never null: use its box, or leave @Nullable out. Of an array that may be null write {0}"
                    + " @Nullable []."),
    NO_WILDCARD("Name the type itself, without a wildcard."),
    NO_TYPE_VARIABLE("Name a type in its place."),
    TYPE_ARGUMENTS("Say what its type arguments are."),
    FINITE_TYPE_ARGUMENTS("It contains itself with ever more type arguments."),
    OPTIONAL_COMPONENT(
            "{0} stands for a property that may be left out: use it for a component itself, not inside another type."),
    TEXT_AS_KEY("Names in JSON are strings: use a String, enum, integer, UUID or date as the key."),
    FINISH_AS_RESULT(
            "Finish stands for the end of the thread: a step may return Finish<String>, for example, but not inside"
                    + " another type."),
    PAUSE_AS_RESULT(
            "Pause stands for waiting for a reply: a step may return Pause<String>, for example, but not inside another"
                    + " type."),
    ENUM_CONSTANT("Give it one at least."),
    PERMITTED_TYPES("Let {0} permit records without type parameters, enums, and sealed interfaces of those.");

    private final String template;

    SchemaRemedy(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
