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

/** Sealed interfaces of records. */
@SuppressWarnings("ESC040")
public interface Unions {

    /** A sealed interface with the default discriminator. */
    sealed interface Shape {}

    /** A circle. */
    record Circle(double radius) implements Shape {}

    /** An open polygon. */
    record OpenPolygon(List<Double> sides, String in) implements Shape {}

    /** A sealed interface with Jackson's annotations and names from three places. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Card.class, name = "card"),
        @JsonSubTypes.Type(Cash.class),
        @JsonSubTypes.Type(BankTransfer.class)
    })
    sealed interface Payment {}

    /** A record named in the list of subtypes, with a component named like the default discriminator. */
    record Card(String number, String type) implements Payment {}

    /** A record that declares its own type name. */
    @JsonTypeName("hard \"cash\"")
    record Cash(int cents) implements Payment {}

    /** A record without an explicit type name. */
    record BankTransfer(Optional<String> iban, @Nullable String bic) implements Payment {}

    /** A sealed interface of records without components. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.PROPERTY, property = "signal")
    sealed interface Signal {}

    /** A record without components. */
    record Stop() implements Signal {}

    /** A record without components. */
    record Go() implements Signal {}

    /** A sealed interface of sealed interfaces, two of which share a record. */
    sealed interface Animal permits Pet, Wild, Dragon {}

    /** A pet, with the type names of its subtypes. */
    @JsonSubTypes({@JsonSubTypes.Type(value = Cat.class, name = "kitty"), @JsonSubTypes.Type(Dog.class)})
    sealed interface Pet extends Animal permits Cat, Dog {}

    /** A wild animal. */
    sealed interface Wild extends Animal permits Wolf, Dog {}

    /** A cat. */
    record Cat(int lives) implements Pet {}

    /** A dog, which has both supertypes. */
    record Dog(String name) implements Pet, Wild {}

    /** A wolf. */
    record Wolf(boolean howls) implements Wild {}

    /** A dragon, which has neither supertype. */
    record Dragon(List<Animal> eaten) implements Animal {}

    /** A sealed interface of one record. */
    sealed interface Single permits Alone {}

    /** The only record. */
    record Alone(String word) implements Single {}

    /** A sealed interface with a codec and explicit names. */
    @Codec(naming = Naming.SNAKE_CASE)
    sealed interface Contact {
        /** A contact by letter. */
        record ByMail(NestedShapes.Address mailAddress) implements Contact {}

        /** A contact by telephone. */
        record ByPhone(String phoneNumber, Contact orElse) implements Contact {}

        /** A refusal of any contact. */
        record Never() implements Contact {}
    }

    /** A record with each of the sealed interfaces. */
    @Tool
    @SuppressWarnings("ESC040")
    record Each(Shape shape, Payment payment, Signal signal, Animal animal, Single single, Contact contact) {}

    /** Sealed interfaces in every kind of container. */
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

    /** Records of sealed interfaces as components, which do not need a discriminator. */
    @Tool
    @SuppressWarnings("ESC040")
    record Alike(Circle circle, Shape shape, Card card, Payment payment, Optional<Dog> dog) {}

    /** Another tool with the shared codec. */
    @Tool
    @SuppressWarnings("ESC040")
    record Notify(Contact contact, List<Contact> copies) {}
}
