package dev.escapement.processor.functional.agent;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.escapement.Agent;
import dev.escapement.Codec;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Tool;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An agent with a step for each type that a step can return. */
@Agent
@SuppressWarnings("ESC041")
public class AllFlows {

    /** The arguments of the steps, in order. */
    public final List<Object> seen = new ArrayList<>();

    /**
     * A part.
     *
     * @param sku the number
     */
    public record Part(String sku) {}

    /**
     * A part with a codec.
     *
     * @param sku the number
     * @param parts the parts of the part
     */
    @Codec
    public record Shared(String sku, List<Shared> parts) {}

    /** A grade. */
    public enum Grade {
        A,
        B
    }

    /** A union of two records. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    public sealed interface Either {
        /**
         * This.
         *
         * @param part one
         */
        record This(Part part) implements Either {}

        /** That. */
        record That() implements Either {}
    }

    /** Tools that differ in the results of their steps. */
    public interface Calls {
        /** Record. */
        @Tool
        record GetRecord() {}

        /** Record with a codec. */
        @Tool
        record GetShared() {}

        /** Enum. */
        @Tool
        record GetEnum() {}

        /** Union. */
        @Tool
        record GetUnion() {}

        /** String. */
        @Tool
        record GetString() {}

        /** Int. */
        @Tool
        record GetInt() {}

        /** Long. */
        @Tool
        record GetLong() {}

        /** Double. */
        @Tool
        record GetDouble() {}

        /** Boolean. */
        @Tool
        record GetBoolean() {}

        /** Boxed. */
        @Tool
        record GetBoxed() {}

        /** Decimal. */
        @Tool
        record GetDecimal() {}

        /** List. */
        @Tool
        record GetList() {}

        /** List of shared. */
        @Tool
        record GetSharedList() {}

        /** List of numbers and nulls. */
        @Tool
        record GetNumbers() {}

        /** Map. */
        @Tool
        record GetMap() {}

        /**
         * Optional.
         *
         * @param there whether there is one
         */
        @Tool
        record GetOptional(boolean there) {}

        /**
         * Nullable.
         *
         * @param there whether there is one
         */
        @Tool
        record GetNullable(boolean there) {}

        /** Tool record as a result of a step of its own kind. */
        @Tool
        record GetNothing() {}

        /** The context. */
        @Tool
        record GetContext() {}

        /** Done. */
        @Tool
        record FinishRecord() {}

        /**
         * Done with words.
         *
         * @param words which
         */
        @Tool
        record FinishString(String words) {}

        /** Done with a list. */
        @Tool
        record FinishList() {}
    }

    @Prompt
    String systemPrompt() {
        return "Prompt after " + seen.size();
    }

    @Step(effect = Effect.READ)
    Part part(Calls.GetRecord call) {
        seen.add(call);
        return new Part("P-1");
    }

    @Step(effect = Effect.IDEMPOTENT)
    Shared shared(Calls.GetShared call) {
        return new Shared("S-1", List.of(new Shared("S-2", List.of())));
    }

    @Step(effect = Effect.WRITE)
    Grade grade(Calls.GetEnum call) {
        return Grade.B;
    }

    @Step
    Either either(Calls.GetUnion call) {
        return new Either.This(new Part("P-2"));
    }

    @Step
    public String string(Calls.GetString call) {
        return "a \"string\"";
    }

    @Step
    protected int number(Calls.GetInt call) {
        return -1;
    }

    @Step
    final long number(Calls.GetLong call) {
        return Long.MIN_VALUE;
    }

    @Step
    synchronized double number(Calls.GetDouble call) {
        return 0.5;
    }

    @Step
    boolean number(Calls.GetBoolean call) {
        return true;
    }

    @Step
    Integer boxed(Calls.GetBoxed call) {
        return 7;
    }

    @Step
    BigDecimal decimal(Calls.GetDecimal call) {
        return new BigDecimal("1.50");
    }

    @Step
    List<Part> list(Calls.GetList call) {
        return List.of(new Part("P-3"), new Part("P-4"));
    }

    @Step
    List<Shared> sharedList(Calls.GetSharedList call) {
        return List.of();
    }

    @Step
    List<@Nullable Double> numbers(Calls.GetNumbers call) {
        List<@Nullable Double> numbers = new ArrayList<>();
        numbers.add(0.25);
        numbers.add(null);
        return numbers;
    }

    @Step
    Map<String, List<Grade>> map(Calls.GetMap call) {
        return Map.of("g", List.of(Grade.A, Grade.B));
    }

    @Step
    Optional<Part> optional(Calls.GetOptional call) {
        return call.there() ? Optional.of(new Part("P-5")) : Optional.empty();
    }

    @Step
    @Nullable
    Part nullable(Calls.GetNullable call) {
        return call.there() ? new Part("P-6") : null;
    }

    @Step
    void nothing(Calls.GetNothing call) {
        seen.add(call);
    }

    @Step
    String context(Calls.GetContext call, StepContext context) {
        return context.threadId() + " " + context.callId() + " " + context.idempotencyKey();
    }

    @Step
    Finish<Part> finish(Calls.FinishRecord call) {
        return Finish.with(new Part("P-7"));
    }

    @Step
    Finish<String> finish(Calls.FinishString call) {
        return Finish.with(call.words());
    }

    @Step
    Finish<List<Integer>> finish(Calls.FinishList call) {
        return Finish.with(List.of(1, 2));
    }

    /** Not a step, in spite of its signature. */
    public String string(Calls.GetRecord call) {
        throw new AssertionError("no step");
    }
}
