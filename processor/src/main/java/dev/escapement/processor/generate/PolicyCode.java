package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.escapement.processor.model.PolicyModel;
import dev.escapement.processor.model.Setting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** A generator of the constant that contains the policy of an agent. */
final class PolicyCode {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3_600;

    private PolicyCode() {}

    /** Returns the constant that contains a policy, empty if the policy equals the default. */
    static Optional<FieldSpec> constant(PolicyModel policy) {
        CodeBlock budget =
                isDefaultBudget(policy) ? CodeBlock.of("$T.DEFAULT.budget()", RuntimeClasses.POLICY) : budget(policy);
        CodeBlock value = CodeBlock.of(
                "new $T(\n$>$>$L,\n/* maxConsecutiveFailures= */ $L,\n$T.$L,\n$T.$L)$<$<",
                RuntimeClasses.POLICY,
                budget,
                NumberLiteral.of(policy.maxConsecutiveFailures().value()),
                RuntimeClasses.ON_FAILURES,
                policy.onFailures().value(),
                RuntimeClasses.ON_TEXT,
                policy.onText().value());
        return isDefault(policy)
                ? Optional.empty()
                : Optional.of(FieldSpec.builder(RuntimeClasses.POLICY, LoopContext.POLICY)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(value)
                        .build());
    }

    /** Returns whether a policy equals {@code Policy.DEFAULT}. A test verifies that the numbers match. */
    private static boolean isDefault(PolicyModel policy) {
        return isDefaultBudget(policy)
                && policy.maxConsecutiveFailures().value() == 3
                && policy.onFailures().value() == PolicyModel.OnFailures.STOP
                && policy.onText().value() == PolicyModel.OnText.WAIT;
    }

    private static boolean isDefaultBudget(PolicyModel policy) {
        return policy.maxSteps().value() == 100
                && policy.maxModelCalls().value() == 100
                && policy.maxTokens().value() == 0
                && policy.maxCost().value().isEmpty()
                && policy.maxTime().value().isEmpty();
    }

    private static CodeBlock budget(PolicyModel policy) {
        CodeBlock.Builder budget = CodeBlock.builder()
                .add("$T.UNLIMITED$>$>", RuntimeClasses.BUDGET)
                .add(count("withSteps", policy.maxSteps()))
                .add(count("withModelCalls", policy.maxModelCalls()))
                .add(count("withTokens", policy.maxTokens()));
        policy.maxCost()
                .value()
                .ifPresent(cost -> budget.add("\n.withCost(new $T($S))", BigDecimal.class, cost.toPlainString()));
        policy.maxTime().value().ifPresent(time -> budget.add("\n.withTime($L)", duration(time)));
        return budget.add("$<$<").build();
    }

    /** Returns an expression for a duration in the largest unit that yields a whole number. */
    private static CodeBlock duration(Duration time) {
        long seconds = time.getSeconds();
        int nanos = time.getNano();
        if (nanos != 0) {
            return CodeBlock.of(
                    "$T.ofSeconds($L, $L)", Duration.class, NumberLiteral.of(seconds), NumberLiteral.of(nanos));
        } else if (seconds % SECONDS_PER_HOUR == 0) {
            return CodeBlock.of("$T.ofHours($L)", Duration.class, NumberLiteral.of(seconds / SECONDS_PER_HOUR));
        } else if (seconds % SECONDS_PER_MINUTE == 0) {
            return CodeBlock.of("$T.ofMinutes($L)", Duration.class, NumberLiteral.of(seconds / SECONDS_PER_MINUTE));
        }
        return CodeBlock.of("$T.ofSeconds($L)", Duration.class, NumberLiteral.of(seconds));
    }

    private static CodeBlock count(String method, Setting<Long> limit) {
        long number = limit.value();
        return number == 0 ? CodeBlock.of("") : CodeBlock.of("\n.$L($L)", method, NumberLiteral.of(number));
    }
}
