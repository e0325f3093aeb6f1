package dev.escapement.processor.functional.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Codec;
import dev.escapement.Naming;
import dev.escapement.Tool;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records in records. */
@SuppressWarnings("ESC040")
public interface NestedShapes {

    /** A point. */
    record Point(int x, int y) {}

    /** A line between two points. */
    record Line(Point from, Point to) {}

    /** Records in every kind of container. */
    @Tool
    @SuppressWarnings("ESC040")
    record Drawing(
            Point origin,
            Line axis,
            List<Line> lines,
            List<List<Point>> polygons,
            Map<String, Point> named,
            Map<String, List<Line>> layers,
            Optional<Point> cursor,
            @Nullable Line selection) {}

    /** The first scope. */
    interface Left {
        /** An item. */
        record Item(String name) {}
    }

    /** The second scope. */
    interface Right {
        /** Another item. */
        record Item(int number) {}

        /** A record with the name that is generated for the second item. */
        record Item2(boolean flag) {}
    }

    /** Types that differ only in their package or enclosing type. */
    @Tool
    @SuppressWarnings("ESC040")
    record Namesakes(
            Left.Item left, Right.Item right, Right.Item2 second, List<Left.Item> lefts, List<Right.Item> rights) {}

    /** A record whose name clashes with a method of the reader. */
    record Decimal(BigDecimal value) {}

    /** A record whose name clashes with a method of the reader. */
    record Int(int value) {}

    /** A record whose name clashes with a method of the reader. */
    record Absent(Optional<String> value) {}

    /** A record whose name clashes with a constant of the generated class. */
    record JsonSchema(String text) {}

    /** A record whose name clashes with a constant of the generated class. */
    record Openai(String text) {}

    /** A record whose name clashes with a constant of the generated class. */
    record Instance(String text) {}

    /** A record with the same constant name as the next one. */
    record FooBAR(String text) {}

    /** A record with the same constant name as the previous one. */
    record FooBar(String text) {}

    /** Types whose names occur in generated code. */
    @Tool
    @SuppressWarnings("ESC040")
    record Reserved(
            Decimal decimal,
            BigDecimal number,
            Int integer,
            int count,
            Absent absent,
            Optional<Integer> perhaps,
            JsonSchema schema,
            Openai openai,
            Instance instance,
            FooBar bar,
            FooBAR bear) {}

    /** A record with a shared codec. */
    @Codec
    record Money(BigDecimal amount, String currency) {}

    /** A record with a codec, whose naming does not depend on the enclosing tool. */
    @Codec(naming = Naming.SNAKE_CASE)
    record Address(String streetName, String zipCode) {}

    /** A record without a codec, whose naming depends on the enclosing tool. */
    record Customer(
            String firstName, @JsonProperty("family") String lastName) {}

    /** The first of two tools with shared types. */
    @Tool
    @SuppressWarnings("ESC040")
    record Invoice(Money totalSum, List<Money> lineItems, Address billTo, Customer soldTo) {}

    /** The second of two tools with shared types, in snake_case. */
    @Tool(naming = Naming.SNAKE_CASE)
    @SuppressWarnings("ESC040")
    record Quote(
            Money totalSum,
            Optional<Address> shipTo,
            Customer soldTo,
            @JsonProperty("validUntil") String until) {}

    /** A tool that contains tools. */
    @Tool
    @SuppressWarnings("ESC040")
    record Bundle(Invoice firstInvoice, List<Quote> quotes, Map<String, Bundle> inner) {}
}
