package dev.escapement.processor.functional.shape;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.escapement.Codec;
import dev.escapement.Naming;
import dev.escapement.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of some records. */
@SuppressWarnings("ESC040")
public interface Unions {

    /** Told apart by default. */
    sealed interface Shape {}

    /** Round. */
    record Circle(double radius) implements Shape {}

    /** Not round. */
    record OpenPolygon(List<Double> sides, String in) implements Shape {}

    /** Told apart as Jackson says, with names from three places. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Card.class, name = "card"), @JsonSubTypes.Type(Cash.class)})
    sealed interface Payment {}

    /** Named by the list of subtypes; has a component named like the default discriminator. */
    record Card(String number, String type) implements Payment {}

    /** Named by itself. */
    @JsonTypeName("hard \"cash\"")
    record Cash(int cents) implements Payment {}

    /** Named by nothing. */
    record BankTransfer(Optional<String> iban, @Nullable String bic) implements Payment {}

    /** Nothing but the discriminator. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.PROPERTY, property = "signal")
    sealed interface Signal {}

    /** Says nothing else. */
    record Stop() implements Signal {}

    /** Says nothing else. */
    record Go() implements Signal {}

    /** Sealed interfaces in a sealed interface; one record is in two of them. */
    sealed interface Animal permits Pet, Wild, Dragon {}

    /** Lives in a house; its subtypes are named here. */
    @JsonSubTypes(@JsonSubTypes.Type(value = Cat.class, name = "kitty"))
    sealed interface Pet extends Animal permits Cat, Dog {}

    /** Lives in the woods. */
    sealed interface Wild extends Animal permits Wolf, Dog {}

    /** A pet. */
    record Cat(int lives) implements Pet {}

    /** Both. */
    record Dog(String name) implements Pet, Wild {}

    /** Wild. */
    record Wolf(boolean howls) implements Wild {}

    /** Neither. */
    record Dragon(List<Animal> eaten) implements Animal {}

    /** Only one record. */
    sealed interface Single permits Alone {}

    /** Alone. */
    record Alone(String word) implements Single {}

    /** A codec of its own, and names of its own. */
    @Codec(naming = Naming.SNAKE_CASE)
    sealed interface Contact {
        /** By letter. */
        record ByMail(NestedShapes.Address mailAddress) implements Contact {}

        /** By telephone. */
        record ByPhone(String phoneNumber, Contact orElse) implements Contact {}

        /** Not at all. */
        record Never() implements Contact {}
    }

    /** Each alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record Each(Shape shape, Payment payment, Signal signal, Animal animal, Single single, Contact contact) {}

    /** In everything that can hold them. */
    @Tool
    @SuppressWarnings("ESC040")
    record Everywhere(
            List<Shape> shapes,
            Map<String, Payment> payments,
            Optional<Signal> signal,
            @Nullable Shape nullable,
            List<@Nullable Pet> pets,
            @Nullable Contact contact,
            Optional<Map<String, List<Single>>> deep) {}

    /** A record of a union by itself needs no discriminator. */
    @Tool
    @SuppressWarnings("ESC040")
    record Alike(Circle circle, Shape shape, Card card, Payment payment, Optional<Dog> dog) {}

    /** Another tool with the shared codec. */
    @Tool
    @SuppressWarnings("ESC040")
    record Notify(Contact contact, List<Contact> copies) {}
}
