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

    /** Two points, of the same type. */
    record Line(Point from, Point to) {}

    /** Records in everything that can hold them. */
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

    /** Left of two. */
    interface Left {
        /** An item. */
        record Item(String name) {}
    }

    /** Right of two. */
    interface Right {
        /** Another item. */
        record Item(int number) {}

        /** Named as the second of two items would be. */
        record Item2(boolean flag) {}
    }

    /** Types that differ in their packages or outer types only. */
    @Tool
    @SuppressWarnings("ESC040")
    record Namesakes(
            Left.Item left, Right.Item right, Right.Item2 second, List<Left.Item> lefts, List<Right.Item> rights) {}

    /** Named like a method of the reader. */
    record Decimal(BigDecimal value) {}

    /** Named like a method of the reader. */
    record Int(int value) {}

    /** Named like a method of the reader. */
    record Absent(Optional<String> value) {}

    /** Named like a constant of the generated class. */
    record JsonSchema(String text) {}

    /** Named like a constant of the generated class. */
    record Openai(String text) {}

    /** Named like a constant of the generated class. */
    record Instance(String text) {}

    /** The same constant as the one below. */
    record FooBAR(String text) {}

    /** The same constant as the one above. */
    record FooBar(String text) {}

    /** Types with the names of what generated code contains. */
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

    /** A record with a codec that many share. */
    @Codec
    record Money(BigDecimal amount, String currency) {}

    /** A record with a codec, whose names do not depend on who contains it. */
    @Codec(naming = Naming.SNAKE_CASE)
    record Address(String streetName, String zipCode) {}

    /** Without a codec: its names depend on who contains it. */
    record Customer(
            String firstName, @JsonProperty("family") String lastName) {}

    /** One of two that share. */
    @Tool
    @SuppressWarnings("ESC040")
    record Invoice(Money totalSum, List<Money> lineItems, Address billTo, Customer soldTo) {}

    /** The other of two that share, in snake_case. */
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
