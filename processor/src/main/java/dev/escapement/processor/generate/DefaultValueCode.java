package dev.escapement.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.escapement.internal.tree.JsonValue;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A generator of Java expressions for default values. A default that is neither a literal nor a constant of its class
 * becomes a constant of the file.
 */
final class DefaultValueCode {

    /** The maximum length of an array in JSON that is created inline. */
    private static final int MAX_INLINE = 200;

    private final TypeModel types;
    private final GeneratedConstants constants;
    private final HiddenTypes hidden;

    DefaultValueCode(GeneratedMethods methods) {
        this.types = methods.types();
        this.constants = methods.constants();
        this.hidden = methods.hidden();
    }

    /**
     * Returns an expression for a default value.
     *
     * @param shape its type
     * @param json the value
     * @param component the base name of a constant
     */
    CodeBlock expression(TypeShape shape, String json, String component) {
        JsonValue value = JsonValue.parse(json);
        CodeBlock code = code(shape.bare(), value, false);
        TypeName type = JavaTypeNames.of(shape);
        String name = Naming.constant(component) + "_DEFAULT";
        if (json.length() > MAX_INLINE && isRenewed(shape.bare())) {
            return hidden.returned(type, constants.call(hidden.declared(type), name, code));
        }
        return isLiteral(shape.bare(), value) || hidden.contain(type) ? code : constants.of(type, name, code);
    }

    /**
     * Returns whether the expression for a value is written inline instead of as a constant. This applies if its
     * evaluation is free, or if each use evaluates it.
     */
    private static boolean isLiteral(TypeShape shape, JsonValue value) {
        return switch (shape.kind()) {
            case LIST ->
                isRenewed(shape) || ((JsonValue.Array) value).elements().isEmpty();
            case SCALAR -> shape != Scalar.BIG_INTEGER && shape != Scalar.DECIMAL;
            case TEXT -> false;
            case MAP, NAMED, OPTIONAL, CONSTRAINED, NULLABLE -> true;
        };
    }

    /**
     * Returns whether each use of a list evaluates its expression. This applies to arrays at any depth, which are mutable,
     * and to constants of enums: if one is missing at run time, a decoder reports stale code, which the initializer of a
     * class cannot do.
     */
    private static boolean isRenewed(TypeShape shape) {
        return shape instanceof TypeShape.ListOf list
                ? list.container().isArray() || isRenewed(list.element().bare())
                : shape instanceof TypeShape.Named;
    }

    /**
     * Returns the Java expression for a JSON value.
     *
     * @param boxed whether the compiler infers the type from the value alone: as an argument, 1 is an Integer
     */
    private CodeBlock code(TypeShape shape, JsonValue value, boolean boxed) {
        return switch (shape.kind()) {
            case SCALAR -> scalar((Scalar) shape, value, boxed);
            case TEXT -> text(((TypeShape.TextOf) shape).form(), ((JsonValue.Text) value).text());
            case LIST -> list((TypeShape.ListOf) shape, ((JsonValue.Array) value).elements());
            case MAP -> CodeBlock.of("$T.of()", Map.class);
            case NAMED -> constant((TypeShape.Named) shape, ((JsonValue.Text) value).text());
            case OPTIONAL, CONSTRAINED, NULLABLE ->
                throw new IllegalStateException("a default has a bare shape, not " + shape);
        };
    }

    private CodeBlock constant(TypeShape.Named named, String name) {
        Definition.EnumShape enumeration = (Definition.EnumShape) types.definition(named);
        return enumeration.constants().stream()
                .filter(constant -> constant.jsonName().equals(name))
                .map(constant -> CodeBlock.of("$T.$L", RuntimeClasses.of(enumeration.type()), constant.javaName()))
                .findFirst()
                .orElseThrow();
    }

    private static CodeBlock scalar(Scalar scalar, JsonValue value, boolean boxed) {
        return switch (scalar) {
            case STRING -> StringLiteral.of(((JsonValue.Text) value).text());
            case CHAR -> character(((JsonValue.Text) value).text().charAt(0));
            case BOOLEAN -> CodeBlock.of("$L", ((JsonValue.Bool) value).value());
            case BYTE -> CodeBlock.of(boxed ? "(byte) $L" : "$L", whole(value));
            case SHORT -> CodeBlock.of(boxed ? "(short) $L" : "$L", whole(value));
            case INT -> CodeBlock.of("$L", NumberLiteral.digits(whole(value)));
            case LONG -> {
                long number = whole(value);
                yield CodeBlock.of(
                        boxed ? "$LL" : "$L", boxed ? NumberLiteral.digits(number) : NumberLiteral.of(number));
            }
            case BIG_INTEGER ->
                CodeBlock.of("new $T($S)", BigInteger.class, number(value).toBigIntegerExact());
            case FLOAT ->
                CodeBlock.of("$Lf", isMinusZero(value) ? -0.0f : number(value).floatValue());
            case DOUBLE ->
                CodeBlock.of("$L", isMinusZero(value) ? -0.0 : number(value).doubleValue());
            case DECIMAL -> CodeBlock.of("new $T($S)", BigDecimal.class, number(value));
            case JSON -> throw new IllegalStateException("any JSON has no default");
        };
    }

    private static BigDecimal number(JsonValue value) {
        return ((JsonValue.Numeral) value).number();
    }

    private static long whole(JsonValue value) {
        return number(value).longValueExact();
    }

    private static boolean isMinusZero(JsonValue value) {
        return ((JsonValue.Numeral) value).minusZero();
    }

    private static CodeBlock character(char c) {
        String quoted = StringLiteral.of(String.valueOf(c)).toString();
        String inside = c == '"' ? "\"" : quoted.substring(1, quoted.length() - 1);
        return CodeBlock.of("'$L'", c == '\'' ? "\\'" : inside);
    }

    private static CodeBlock text(TextForm form, String text) {
        String method = switch (form) {
            case UUID -> "fromString";
            case URI -> "create";
            case LOCALE -> "forLanguageTag";
            case CURRENCY -> "getInstance";
            case ZONE_ID, ZONE_OFFSET -> "of";
            case INSTANT,
                    LOCAL_DATE,
                    LOCAL_TIME,
                    LOCAL_DATE_TIME,
                    OFFSET_TIME,
                    OFFSET_DATE_TIME,
                    DURATION,
                    PERIOD,
                    YEAR,
                    YEAR_MONTH,
                    MONTH_DAY -> "parse";
            case BYTES, URL, ZONED_DATE_TIME -> throw new IllegalStateException("no default of the form " + form);
        };
        return CodeBlock.of("$T.$L($L)", ClassName.bestGuess(form.javaName()), method, StringLiteral.of(text));
    }

    private CodeBlock list(TypeShape.ListOf list, List<JsonValue> elements) {
        boolean boxed = list.container() != TypeShape.Container.ARRAY;
        CodeBlock items = elements.stream()
                .map(element -> code(list.element().bare(), element, boxed))
                .collect(CodeBlock.joining(",$W"));
        return switch (list.container()) {
            case LIST, COLLECTION, ITERABLE -> listOf(list, elements, items);
            case SET ->
                elements.isEmpty()
                        ? CodeBlock.of("$T.of()", Set.class)
                        : CodeBlock.of(
                                "$T.unmodifiableSet(new $T<>($L))",
                                Collections.class,
                                LinkedHashSet.class,
                                listOf(list, elements, items));
            case ARRAY, BOXED_ARRAY -> CodeBlock.of("new $T {$L}", JavaTypeNames.of(list), items);
        };
    }

    /**
     * Returns the expression for a list, with an explicit type argument if Java would treat a single array as the
     * varargs array.
     */
    private static CodeBlock listOf(TypeShape.ListOf list, List<JsonValue> elements, CodeBlock items) {
        TypeName element = JavaTypeNames.boxed(list.element());
        boolean ambiguous = elements.size() == 1
                && element instanceof ArrayTypeName array
                && !array.componentType().isPrimitive();
        return ambiguous
                ? CodeBlock.of("$T.<$T>of($L)", List.class, element, items)
                : CodeBlock.of("$T.of($L)", List.class, items);
    }
}
