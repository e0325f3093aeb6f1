package dev.escapement.processor.diagnostic;

/** The reasons why a type does not have a JSON Schema, each with its remedy. */
public enum SchemaRemedy implements Wording {
    OTHER_TYPE("This type has no JSON Schema. Use a primitive, String, number, enum, record, sealed interface"
            + " of records, array, List, Set, Map, Optional, java.time type, UUID, URI, URL, Locale,"
            + " Currency, or JsonText for arbitrary JSON."),
    /** The argument is the type to use. */
    REPLACEMENT("This class has no JSON Schema. Use {0}."),
    OBJECT(
            "An Object can be any value, so it has no JSON Schema. Use JsonText for arbitrary JSON, or a specific type."),
    MAP_OF_OBJECTS("An Object can be any value, so it has no JSON Schema. Use JsonText for arbitrary JSON,"
            + " Map<{0}, JsonText> for arbitrary values, or a record for known properties."),
    LIST_OF_OBJECTS("An Object can be any value, so it has no JSON Schema. Use JsonText for arbitrary JSON,"
            + " {0}<JsonText> for arbitrary elements, or a specific element type."),
    VOID("Void has no values. Remove the component, or declare a step without a result as void."),
    FINISH_WITHOUT_RESULT("Each thread ends with a result. To finish without data, return Finish<String> with a short"
            + " text, for example Finish.with(\"done\")."),
    PAUSE_WITHOUT_REPLY("Each pause ends with a reply. To wait for a confirmation, return Pause<Boolean>."),
    ASYNCHRONOUS("A value that is not yet available has no JSON form. Use {0}, and wait for the value in the code that"
            + " computes it."),
    SEQUENCE("Streams, iterators and queues have no JSON Schema. Use List<{0}>."),
    EXCEPTION("An exception has no JSON Schema. Use a record with a message and details, or declare the exception in"
            + " the throws clause of the step."),
    ANNOTATION("An annotation type has no JSON Schema. Use a record with the same elements."),
    OPEN_INTERFACE("The implementations of an unsealed interface are unknown. Declare {0} as a sealed interface that"
            + " permits records, or use one of the implementations."),
    ABSTRACT_CLASS("The subclasses of a class do not have a common JSON Schema. Declare {0} as a sealed interface that"
            + " permits records."),
    CLASS("An ordinary class does not declare its properties. Declare {0} as a record, or use a record with the same"
            + " values."),
    INTERFACE("JSON does not preserve the collection class. Use the interface {0}."),
    URI("A Set compares its elements, but comparing URLs can require network access. Use URI elements, or a List."),
    LIST("Arrays are compared by identity, so a Set cannot detect duplicates. Use a List."),
    ELEMENT_TYPE("The schema is derived from the type arguments. Add the type arguments, for example {0}."),
    NOT_NULLABLE("This value is never null. Remove @Nullable."),
    NULLABLE_PRIMITIVE("A primitive is never null. Use the wrapper class, or remove @Nullable. For an array that can be"
            + " null, write {0} @Nullable []."),
    WILDCARD("A wildcard does not determine a schema. Use {0}."),
    UNBOUNDED_WILDCARD("A wildcard does not determine a schema. Use a specific type, or JsonText for arbitrary JSON."),
    NO_TYPE_VARIABLE("The type variable {0} does not determine a schema. Use a specific type."),
    TYPE_ARGUMENTS("The schema is derived from the type arguments. Add the type arguments."),
    FINITE_TYPE_ARGUMENTS("The type contains itself with increasingly nested type arguments, so its schema is infinite."
            + " Use the same type arguments at each level."),
    OPTIONAL_COMPONENT("{0} marks a property that can be omitted. Use {0} only as the type of a record component, not"
            + " inside another type. Annotate an element that can be null with @Nullable."),
    TEXT_AS_KEY("Map keys become JSON property names, which are strings. Use a String, enum, integer, UUID or date as"
            + " the key type."),
    FINISH_AS_RESULT(
            "Finish ends the thread. Use Finish only as the return type of a step, for example" + " Finish<String>."),
    PAUSE_AS_RESULT("Pause waits for a reply. Use Pause only as the return type of a step, for example Pause<String>."),
    DELEGATE_AS_RESULT("Delegate starts one child thread. Use Delegate only as the return type of a step, for example"
            + " Delegate<Orders>."),
    ENUM_CONSTANT("A schema requires at least one value. Add a constant to the enum."),
    PERMITTED_TYPES("Every permitted type requires a JSON Schema. Change {0} to permit only records whose type"
            + " parameters follow from the implements clause, enums, and sealed interfaces of these."),
    POSSIBLE_TYPE("A value is an instance of a permitted type. Use other type arguments, or permit a record that"
            + " implements {0}."),
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
