package dev.escapement.processor.functional.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.escapement.Codec;
import dev.escapement.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sealed interfaces with enums among their types. */
@SuppressWarnings("ESC040")
public interface MixedUnions {

    /** A record, an enum or a nested sealed interface. */
    sealed interface Answer permits Free, Choice, Other {}

    /** A free text. */
    record Free(String text, @Nullable Answer instead) implements Answer {}

    /** A choice of words. */
    enum Choice implements Answer {
        /** Yes. */
        YES,
        /** No. */
        @JsonProperty("nope")
        NO
    }

    /** A nested sealed interface. */
    sealed interface Other extends Answer permits Silence, Shrug {}

    /** An enum that declares its own type name. */
    @JsonTypeName("none")
    enum Silence implements Other {
        /** The only one. */
        @JsonProperty("…")
        LONG
    }

    /** A record without components. */
    record Shrug() implements Other {}

    /** A sealed interface of enums only. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "scale")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Celsius.class, name = "C"),
        @JsonSubTypes.Type(value = Kelvin.class, name = "K")
    })
    sealed interface Temperature {}

    /** A scale. */
    enum Celsius implements Temperature {
        /** Ice. */
        FREEZING,
        /** Steam. */
        BOILING
    }

    /** Another scale with constants of the same names. */
    enum Kelvin implements Temperature {
        /** Ice. */
        FREEZING,
        /** Absolute zero. */
        ZERO
    }

    /** A sealed interface with a codec. */
    @Codec
    sealed interface Shared permits Free2, Switch {}

    /** A record. */
    record Free2(int number) implements Shared {}

    /** An enum with a codec. */
    @Codec
    enum Switch implements Shared {
        /** On. */
        ON,
        /** Off. */
        OFF
    }

    /** A record with each of the sealed interfaces. */
    @Tool
    @SuppressWarnings("ESC040")
    record Each(Answer answer, Temperature temperature, Shared shared) {}

    /** Sealed interfaces in every kind of container. */
    @Tool
    @SuppressWarnings("ESC040")
    record Everywhere(
            List<Answer> answers,
            Set<Temperature> temperatures,
            Map<String, Shared> shared,
            Optional<Answer> perhaps,
            @Nullable Temperature none,
            Other[] array,
            Generics.Page<Answer> page) {}

    /** The enums as components, which are encoded as strings. */
    @Tool
    @SuppressWarnings("ESC040")
    record Alone(
            Choice choice,
            Set<Choice> choices,
            Map<Choice, Answer> map,
            Switch flip,
            @Nullable Silence silence,
            Optional<Free> free) {}
}
