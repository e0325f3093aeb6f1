package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Expectation;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Restriction;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.pattern.PortablePatterns;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/** A reader that converts one Bean Validation annotation to constraints. */
final class ConstraintReader {

    /** The largest exponent of a number that the runtime reads. */
    private static final int MAX_EXPONENT = 1_000;

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final Problems problems;
    private final TypeShape shape;
    private final AnnotationMirror mirror;
    private final SourceRef place;

    /**
     * Creates a reader for an annotation.
     *
     * @param shape the annotated value
     * @param place the place of the annotation
     */
    ConstraintReader(Problems problems, TypeShape shape, AnnotationMirror mirror, SourceRef place) {
        this.problems = problems;
        this.shape = shape;
        this.mirror = mirror;
        this.place = place;
    }

    /** Returns the constraints that an annotation declares. Most annotations declare one; a few declare none or two. */
    List<Restriction.Rule> rules(String name) {
        Stream<Constraint> constraints = switch (name) {
            case "NotBlank" -> Stream.of(Constraint.Matches.NOT_BLANK);
            case "NotEmpty" -> Stream.of(size(1, NO_LIMIT));
            case "Size" -> sizes();
            case "Min" -> Stream.of(new Constraint.Minimum(whole("value"), false));
            case "Max" -> Stream.of(new Constraint.Maximum(whole("value"), false));
            case "DecimalMin" -> decimal().stream().map(limit -> new Constraint.Minimum(limit, isExclusive()));
            case "DecimalMax" -> decimal().stream().map(limit -> new Constraint.Maximum(limit, isExclusive()));
            case "Positive" -> Stream.of(new Constraint.Minimum(BigDecimal.ZERO, true));
            case "PositiveOrZero" -> Stream.of(new Constraint.Minimum(BigDecimal.ZERO, false));
            case "Negative" -> Stream.of(new Constraint.Maximum(BigDecimal.ZERO, true));
            case "NegativeOrZero" -> Stream.of(new Constraint.Maximum(BigDecimal.ZERO, false));
            case "Digits" -> digits();
            case "Pattern" -> pattern();
            case "Email" -> Stream.concat(Stream.of(Constraint.Matches.EMAIL), pattern());
            case "Past" -> Stream.of(new Constraint.Relative(true, false));
            case "PastOrPresent" -> Stream.of(new Constraint.Relative(true, true));
            case "Future" -> Stream.of(new Constraint.Relative(false, false));
            case "FutureOrPresent" -> Stream.of(new Constraint.Relative(false, true));
            case "AssertTrue" -> Stream.of(new Constraint.Is(true));
            case "AssertFalse" -> Stream.of(new Constraint.Is(false));
            default -> Stream.empty(); // NotNull: it does not constrain a value that is present
        };
        return constraints
                .map(constraint -> new Restriction.Rule(name, constraint, source(constraint)))
                .toList();
    }

    private Constraint size(int min, int max) {
        return shape == TypeShape.Scalar.STRING ? new Constraint.Length(min, max) : new Constraint.Count(min, max);
    }

    private Stream<Constraint> sizes() {
        return isWithin("Size", "min", NO_LIMIT, Expectation.SIZE_LIMIT)
                        && isWithin("Size", "max", NO_LIMIT, Expectation.SIZE_LIMIT)
                ? Stream.of(size(number("min", 0), number("max", NO_LIMIT)))
                : Stream.empty();
    }

    private boolean isWithin(String annotation, String member, int max, Expectation valid) {
        int count = number(member, 0);
        boolean within = count >= 0 && count <= max;
        if (!within) {
            problems.add(ProblemKind.BAD_LIMIT, at(member), count, annotation, valid);
        }
        return within;
    }

    private Stream<Constraint> digits() {
        if (!isWithin("Digits", "integer", MAX_EXPONENT, Expectation.DIGITS_LIMIT)
                || !isWithin("Digits", "fraction", MAX_EXPONENT, Expectation.DIGITS_LIMIT)) {
            return Stream.empty();
        }
        return Stream.of(new Constraint.Digits(number("integer", 0), number("fraction", 0)));
    }

    private Stream<Constraint> pattern() {
        return Annotations.value(mirror, "regexp").stream()
                .map(value -> value.getValue().toString())
                // A pattern that is not portable is kept unchanged for the check that reports the reason.
                .map(regex -> PortablePatterns.refusal(regex).isPresent() ? regex : PortablePatterns.whole(regex))
                .map(regex -> new Constraint.Matches(regex, ""));
    }

    private Optional<BigDecimal> decimal() {
        String text = Annotations.value(mirror, "value")
                .map(value -> value.getValue().toString())
                .orElse("");
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) <= MAX_EXPONENT && number.precision() <= MAX_EXPONENT) {
                return Optional.of(number);
            }
        } catch (NumberFormatException noNumber) {
            // reported below
        }
        problems.add(
                ProblemKind.BAD_LIMIT, at("value"), text, Annotations.shortName(mirror), Expectation.DECIMAL_LIMIT);
        return Optional.empty();
    }

    private boolean isExclusive() {
        return Annotations.value(mirror, "inclusive")
                .map(value -> value.getValue().equals(false))
                .orElse(false);
    }

    private BigDecimal whole(String member) {
        return BigDecimal.valueOf(Annotations.value(mirror, member)
                .map(AnnotationValue::getValue)
                .map(value -> ((Number) value).longValue())
                .orElse(0L));
    }

    private int number(String member, int otherwise) {
        return Annotations.value(mirror, member)
                .map(AnnotationValue::getValue)
                .map(value -> ((Number) value).intValue())
                .orElse(otherwise);
    }

    /**
     * Returns the place at which problems with a constraint are reported. This is the value of the annotation, if
     * present.
     */
    private SourceRef source(Constraint constraint) {
        if (constraint == Constraint.Matches.EMAIL) {
            return place;
        }
        return Stream.of("regexp", "value", "max", "min", "integer")
                .filter(member -> Annotations.value(mirror, member).isPresent())
                .findFirst()
                .map(this::at)
                .orElse(place);
    }

    private SourceRef at(String member) {
        return place.at(mirror, Annotations.value(mirror, member).orElse(null));
    }
}
