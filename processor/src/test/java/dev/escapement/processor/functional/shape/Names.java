package dev.escapement.processor.functional.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Naming;
import dev.escapement.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Components whose names clash with others. */
@SuppressWarnings("ESC040")
public interface Names {

    /** Names of variables in generated code. */
    @Tool
    @SuppressWarnings("ESC040")
    record Locals(
            String in,
            int out,
            @Nullable Locals value,
            Optional<String> refusal,
            List<Integer> list,
            Map<String, Integer> map,
            List<String> element,
            String entry,
            Unions.Shape branch,
            Unions.Payment type,
            Enums.Size constant,
            String in_,
            double refusal_) {}

    /** Contextual keywords. */
    @Tool
    @SuppressWarnings("ESC040")
    record Words(
            String record,
            int yield,
            boolean sealed,
            @JsonProperty("var") String var,
            Optional<String> permits,
            long when,
            double module,
            List<String> open,
            String with,
            String to,
            String exports,
            @JsonProperty("dollar") String $,
            @JsonProperty("unicode") String ünïcode) {
        /** A second constructor, which is not used. */
        public Words(String record) {
            this(record, 0, false, "", Optional.empty(), 0, 0, List.of(), "", "", "", "", "");
        }
    }

    /** Names of members of generated classes, and of types that they use. */
    @Tool
    @SuppressWarnings({"ESC040", "checkstyle:MemberName"})
    record Members(
            @Nullable Members INSTANCE,
            Optional<String> Optional,
            String CANONICAL_SCHEMA,
            List<Integer> MEMBERS,
            List<Integer> List,
            NestedShapes.Money NestedShapes_MoneyCodec,
            String name,
            String description,
            String schema,
            String fingerprint,
            String encode,
            String decode,
            String read,
            String write) {}

    /** Names in snake_case by attribute, except for explicit names. */
    @Tool(naming = Naming.SNAKE_CASE)
    @SuppressWarnings("ESC040")
    record Snakes(
            String orderId,
            int parseURLNow,
            @JsonProperty("asWritten") boolean renamed,
            @JsonProperty String named,
            Optional<String> note2Self,
            NestedShapes.Customer soldTo) {}

    /** Constants in several styles. */
    enum Motive {
        /** As usual. */
        LATE_DELIVERY,
        /** An explicit name. */
        @JsonProperty("BROKEN")
        BROKEN,
        /** Camel case. */
        wrongItem
    }

    /** A sealed interface. */
    sealed interface NextStep {
        /** A record. */
        record SendAgain(int extraDays) implements NextStep {}

        /** An enum. */
        enum NoStep implements NextStep {
            /** A constant. */
            TOO_LATE
        }
    }

    /** Constants and types in snake_case. */
    @Tool(naming = Naming.SNAKE_CASE)
    @SuppressWarnings("ESC040")
    record SnakeValues(
            Motive mainMotive,
            @JsonProperty(defaultValue = "late_delivery") Motive otherMotive,
            Map<Motive, Integer> countByMotive,
            NextStep nextStep) {}

    /** The same types with names as declared. */
    @Tool
    @SuppressWarnings("ESC040")
    record DeclaredValues(Motive mainMotive, Map<Motive, Integer> countByMotive, NextStep nextStep) {}

    /** An explicit name. */
    @Tool(name = "Call-me_42")
    @SuppressWarnings("ESC040")
    record Custom(
            @JsonProperty("class") String kind,
            @JsonProperty("int") int number,
            @JsonProperty("__x") int x) {}

    /** A component with the name to which another one is renamed. */
    @Tool
    @SuppressWarnings("ESC040")
    record Swapped(
            @JsonProperty("second") String first,
            @JsonProperty("first") int second) {}
}
