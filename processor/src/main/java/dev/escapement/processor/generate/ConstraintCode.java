package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A generator of the statements that check a value against its constraints, and of the constants that these statements
 * use.
 */
final class ConstraintCode {

    /** The end of the base name of the constants for map keys. */
    private static final String KEY = "_KEY";

    private final GeneratedConstants constants;

    ConstraintCode(GeneratedConstants constants) {
        this.constants = constants;
    }

    /**
     * Returns the statements that check a value after it is read.
     *
     * @param shape the value
     * @param variable the variable that holds it
     * @param name the base name of its constants
     */
    CodeBlock afterReading(TypeShape shape, String variable, String name) {
        return statements(shape, CodeBlock.of("in"), CodeBlock.of("$L", variable), name, true);
    }

    /** Returns the statements that check a map key after it is read. */
    CodeBlock afterReadingKey(TypeShape key, String variable, String name) {
        return statements(key, CodeBlock.of("in.names()"), CodeBlock.of("$L", variable), name + KEY, true);
    }

    /**
     * Returns the statements that check a value after it is written. Constraints that depend on the current time are
     * not checked.
     */
    CodeBlock afterWriting(TypeShape shape, CodeBlock value, String name) {
        return statements(shape, CodeBlock.of("out"), value, name, false);
    }

    /** Returns whether the statements that check a value after it is written refer to the value. */
    static boolean refersToWritten(TypeShape shape) {
        return shape.constraints().stream().map(Constraint::kind).anyMatch(kind -> switch (kind) {
            case LENGTH, MINIMUM, MAXIMUM, DIGITS, MATCHES, IS -> true;
            case COUNT -> false; // the writer counts
            case RELATIVE -> false; // not checked
        });
    }

    /** Returns the statements that check a map key after it is written. */
    CodeBlock afterWritingKey(TypeShape key, CodeBlock value, String name) {
        return statements(key, CodeBlock.of("out.names()"), value, name + KEY, false);
    }

    private CodeBlock statements(TypeShape shape, CodeBlock checks, CodeBlock value, String name, boolean reading) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Constraint constraint : shape.constraints()) {
            if (reading || !(constraint instanceof Constraint.Relative)) {
                code.add(statement(shape.bare(), constraint, checks, value, name));
            }
        }
        return code.build();
    }

    private CodeBlock statement(
            TypeShape shape, Constraint constraint, CodeBlock checks, CodeBlock value, String name) {
        return constraint.accept(new Statement(shape, checks, value, name));
    }

    /** A visitor that returns the statement that checks the visited constraint. */
    private final class Statement implements Constraint.Visitor<CodeBlock> {

        private final TypeShape shape;
        private final CodeBlock checks;
        private final CodeBlock value;
        private final String name;

        private Statement(TypeShape shape, CodeBlock checks, CodeBlock value, String name) {
            this.shape = shape;
            this.checks = checks;
            this.value = value;
            this.name = name;
        }

        @Override
        public CodeBlock length(Constraint.Length length) {
            return CodeBlock.builder()
                    .add(length.min() == 0 ? CodeBlock.of("") : call(checks, "MinLength", value, length.min()))
                    .add(isLimit(length.max()) ? call(checks, "MaxLength", value, length.max()) : CodeBlock.of(""))
                    .build();
        }

        @Override
        public CodeBlock count(Constraint.Count count) {
            return CodeBlock.builder()
                    .add(count.min() == 0 ? CodeBlock.of("") : call(checks, "MinCount", count.min()))
                    .add(isLimit(count.max()) ? call(checks, "MaxCount", count.max()) : CodeBlock.of(""))
                    .build();
        }

        @Override
        public CodeBlock minimum(Constraint.Minimum minimum) {
            String check = minimum.exclusive() ? "MoreThan" : "Min";
            return limit(shape, check, minimum.limit(), checks, value, name + "_MIN");
        }

        @Override
        public CodeBlock maximum(Constraint.Maximum maximum) {
            String check = maximum.exclusive() ? "LessThan" : "Max";
            return limit(shape, check, maximum.limit(), checks, value, name + "_MAX");
        }

        @Override
        public CodeBlock digits(Constraint.Digits digits) {
            return isInteger(shape)
                    ? call(checks, "Digits", value, digits.integer())
                    : call(checks, "Digits", value, digits.integer(), digits.fraction());
        }

        @Override
        public CodeBlock matches(Constraint.Matches matches) {
            return ConstraintCode.this.matches(matches, checks, value, name);
        }

        @Override
        public CodeBlock is(Constraint.Is is) {
            return call(checks, is.value() ? "True" : "False", value);
        }

        @Override
        public CodeBlock relative(Constraint.Relative relative) {
            String check = (relative.past() ? "Past" : "Future") + (relative.orPresent() ? "OrPresent" : "");
            return call(checks, check, value, CodeBlock.of("in.now()"));
        }
    }

    private CodeBlock matches(Constraint.Matches matches, CodeBlock checks, CodeBlock value, String name) {
        if (matches.equals(Constraint.Matches.NOT_BLANK)) {
            return call(checks, "NotBlank", value);
        } else if (matches.equals(Constraint.Matches.EMAIL)) {
            return call(checks, "Email", value);
        }
        ClassName type = RuntimeClasses.PORTABLE_PATTERN;
        CodeBlock compiled = CodeBlock.of("$T.compile($L)", type, StringLiteral.of(matches.regex()));
        return call(checks, "Pattern", value, constants.of(type, Naming.constant(name) + "_PATTERN", compiled));
    }

    private CodeBlock limit(
            TypeShape shape, String check, BigDecimal limit, CodeBlock checks, CodeBlock value, String name) {
        if (shape == Scalar.BIG_INTEGER) {
            return call(
                    checks,
                    check,
                    value,
                    constant(BigInteger.class, limit.toBigIntegerExact().toString(), name));
        } else if (!isInteger(shape)) {
            return call(checks, check, value, constant(BigDecimal.class, limit.toString(), name));
        }
        if (limit.toBigIntegerExact().bitLength() >= Long.SIZE) {
            return CodeBlock.of(""); // all values of the type are within the limit
        }
        long number = limit.longValueExact();
        return call(checks, check, value, NumberLiteral.of(number));
    }

    /**
     * Returns a reference to the constant for a number, which either the number's class or the generated file declares.
     */
    private CodeBlock constant(Class<?> type, String number, String name) {
        return switch (number) {
            case "0" -> CodeBlock.of("$T.ZERO", type);
            case "1" -> CodeBlock.of("$T.ONE", type);
            case "10" -> CodeBlock.of("$T.TEN", type);
            default ->
                constants.of(ClassName.get(type), Naming.constant(name), CodeBlock.of("new $T($S)", type, number));
        };
    }

    private static boolean isInteger(TypeShape shape) {
        return shape instanceof Scalar scalar && scalar.isInteger();
    }

    private static boolean isLimit(int max) {
        return max < Integer.MAX_VALUE;
    }

    private static CodeBlock call(CodeBlock checks, String check, Object... arguments) {
        CodeBlock list = Arrays.stream(arguments)
                .map(argument ->
                        CodeBlock.of("$L", argument instanceof Integer number ? NumberLiteral.of(number) : argument))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.builder()
                .addStatement("$L.check$L($L)", checks, check, list)
                .build();
    }
}
