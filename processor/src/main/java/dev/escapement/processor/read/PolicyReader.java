package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Expectation;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.PolicyModel;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.SourceRef;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/** A reader of the policy of an agent, which the elements of {@code @Agent} declare. */
final class PolicyReader {

    /** The pattern for an amount of money. The number of digits is limited so that parsing is fast. */
    private static final Pattern MONEY = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,18})?");

    private final AnnotationMirror annotation;
    private final SourceRef at;
    private final Problems problems;

    private PolicyReader(AnnotationMirror annotation, SourceRef at, Problems problems) {
        this.annotation = annotation;
        this.at = at;
        this.problems = problems;
    }

    /** Returns the policy of an agent, or the default policy for a toolkit, whose annotation has no elements. */
    static PolicyModel read(TypeElement agent, Problems problems) {
        AnnotationMirror annotation = Stream.of(RuntimeNames.AGENT, RuntimeNames.TOOLKIT)
                .flatMap(name -> Annotations.find(agent, name).stream())
                .findFirst()
                .orElseThrow();
        return new PolicyReader(annotation, SourceRef.of(agent), problems).policy();
    }

    private PolicyModel policy() {
        return new PolicyModel(
                count("maxSteps", 100),
                count("maxModelCalls", 100),
                count("maxTokens", 0),
                amount("maxCost", PolicyReader::money, Expectation.POLICY_COST),
                amount("maxTime", PolicyReader::time, Expectation.POLICY_TIME),
                count("maxConsecutiveFailures", 3),
                choice("onFailures", PolicyModel.OnFailures::valueOf, PolicyModel.OnFailures.STOP),
                choice("onText", PolicyModel.OnText::valueOf, PolicyModel.OnText.WAIT),
                depth());
    }

    private Setting<Integer> depth() {
        int depth = Annotations.integer(annotation, "maxDepth").orElse(0);
        if (depth < 0) {
            refuse("maxDepth", depth, Expectation.POLICY_DEPTH);
        }
        return new Setting<>(depth, source("maxDepth"));
    }

    private SourceRef source(String member) {
        return at.at(annotation, Annotations.value(annotation, member).orElse(null));
    }

    private Setting<Long> count(String member, long otherwise) {
        long count = Annotations.value(annotation, member)
                .map(AnnotationValue::getValue)
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).longValue())
                .orElse(otherwise);
        if (count < 0) {
            refuse(member, count, Expectation.POLICY_COUNT);
        }
        return new Setting<>(count, source(member));
    }

    private <T> Setting<Optional<T>> amount(String member, Function<String, Optional<T>> parse, Expectation wanted) {
        Optional<String> written = Annotations.string(annotation, member);
        Optional<T> amount = written.flatMap(parse);
        if (written.isPresent() && amount.isEmpty()) {
            refuse(member, "\"" + written.get() + "\"", wanted);
        }
        return new Setting<>(amount, source(member));
    }

    private static Optional<BigDecimal> money(String text) {
        return MONEY.matcher(text).matches()
                ? Optional.of(new BigDecimal(text)).filter(amount -> amount.signum() > 0)
                : Optional.empty();
    }

    private static Optional<Duration> time(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(time -> !time.isZero() && !time.isNegative());
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private <T> Setting<T> choice(String member, Function<String, T> constant, T otherwise) {
        return new Setting<>(
                Annotations.constant(annotation, member).map(constant).orElse(otherwise), source(member));
    }

    private void refuse(String member, Object written, Expectation wanted) {
        problems.add(ProblemKind.BAD_POLICY, source(member), member, written, wanted);
    }
}
