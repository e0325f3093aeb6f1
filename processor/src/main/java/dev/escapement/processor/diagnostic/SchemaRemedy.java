package dev.escapement.processor.diagnostic;

/** The reasons why a type does not have a JSON Schema, each with its remedy. */
public enum SchemaRemedy implements Wording {
    OTHER_TYPE("This type has no JSON Schema. Use a primitive, String, number, enum, record, sealed interface"
            + " of records, array, List, Set, Map, Optional, java.time type, UUID, URI, URL, Locale,"
            + " Currency, or JsonText for arbitrary JSON."),
    DATE("This class has no JSON Schema. Use Instant for a point in time, or LocalDate for a day."),
    INTERFACE("JSON does not preserve the collection class. Use the interface {0}."),
    URI("A Set compares its elements, but comparing URLs can require network access. Use URI elements, or a List."),
    LIST("Arrays are compared by identity, so a Set cannot detect duplicates. Use a List."),
    ELEMENT_TYPE("The schema is derived from the type arguments. Add the type arguments, for example {0}."),
    NOT_NULLABLE("This value is never null. Remove @Nullable."),
    NULLABLE_PRIMITIVE("A primitive is never null. Use the wrapper class, or remove @Nullable. For an array that can be"
            + " null, write {0} @Nullable []."),
    NO_WILDCARD("A wildcard does not determine a schema. Use a specific type."),
    NO_TYPE_VARIABLE("A type variable does not determine a schema. Use a specific type."),
    TYPE_ARGUMENTS("The schema is derived from the type arguments. Add the type arguments."),
    FINITE_TYPE_ARGUMENTS("The type contains itself with increasingly nested type arguments, so its schema is infinite."
            + " Use the same type arguments at each level."),
    OPTIONAL_COMPONENT("{0} marks a property that can be omitted. Use {0} only as the type of a record component, not"
            + " inside another type."),
    TEXT_AS_KEY("Map keys become JSON property names, which are strings. Use a String, enum, integer, UUID or date as"
            + " the key type."),
    FINISH_AS_RESULT(
            "Finish ends the thread. Use Finish only as the return type of a step, for example" + " Finish<String>."),
    PAUSE_AS_RESULT("Pause waits for a reply. Use Pause only as the return type of a step, for example Pause<String>."),
    ENUM_CONSTANT("A schema requires at least one value. Add a constant to the enum."),
    PERMITTED_TYPES("Every permitted type requires a JSON Schema. Change {0} to permit only records whose type"
            + " parameters follow from the implements clause, enums, and sealed interfaces of these."),
    PERMITTED_TYPE("A value is an instance of a permitted type. Let {0} permit a record or an enum."),
    POSSIBLE_TYPE("A value is an instance of a permitted type. Use other type arguments, or permit a record that"
            + " implements {0} with these type arguments."),
    TYPE_ARGUMENT_VARIABLE("Declare a type parameter for the argument, as in record Ok<T>(T value) implements"
            + " Result<T>, or remove the annotations from the type argument of this use.");

    private final String template;

    SchemaRemedy(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
