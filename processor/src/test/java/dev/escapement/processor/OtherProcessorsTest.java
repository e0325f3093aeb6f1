package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.JsonCodec;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.Hint;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.SchemaFault;
import dev.escapement.processor.diagnostic.SchemaRemedy;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that Lombok, MapStruct, AutoValue and record-builder run in one compilation with this processor, before it or
 * after it, and that their types can be used in tools and agents.
 */
class OtherProcessorsTest {

    private static final List<String> PROCESSORS = List.of(
            EscapementProcessor.class.getName(),
            "lombok.launch.AnnotationProcessorHider$AnnotationProcessor",
            "org.mapstruct.ap.MappingProcessor",
            "com.google.auto.value.processor.AutoValueProcessor",
            "io.soabase.recordbuilder.processor.RecordBuilderProcessor");

    private static final String ORDER = """
            package shop;

            @lombok.Value
            public class Order {
              String sku;
              int count;
            }
            """;

    private static final List<String> SOURCES = List.of(ORDER, """
            package shop;

            /** A customer; record-builder generates a record for it. */
            @io.soabase.recordbuilder.core.RecordInterface
            public interface Customer {
              String name();
            }
            """, """
            package shop;

            /** Places an order. record-builder generates the interface that it implements. */
            @SuppressWarnings("ESC040")
            @dev.escapement.Tool
            @io.soabase.recordbuilder.core.RecordBuilder
            public record PlaceOrder(String sku, int count, CustomerRecord customer) implements PlaceOrderBuilder.With {}
            """, """
            package shop;

            /** Cancels an order. Lombok adds a nested class to it. */
            @SuppressWarnings("ESC040")
            @lombok.Builder
            @dev.escapement.Tool
            public record Cancel(String id) {}
            """, """
            package shop;

            @com.google.auto.value.AutoValue
            public abstract class Receipt {
              public abstract String id();

              public static Receipt of(String id) {
                return new AutoValue_Receipt(id);
              }
            }
            """, """
            package shop;

            @org.mapstruct.Mapper
            public interface OrderMapper {
              Order order(PlaceOrder call);
            }
            """, """
            package shop;

            import dev.escapement.Agent;
            import dev.escapement.OnText;
            import dev.escapement.Prompt;
            import dev.escapement.Step;

            @lombok.RequiredArgsConstructor
            @Agent(onText = OnText.FINISH)
            public class Desk {
              private final OrderMapper mapper;

              @Prompt
              String prompt() {
                return "";
              }

              @Step
              String place(PlaceOrder call) {
                return Receipt.of(mapper.order(call).getSku()).id();
              }

              @Step
              String cancel(Cancel call) {
                return call.id();
              }
            }
            """, """
            package shop;

            public class Start {
              public static final Object LOOP = new DeskLoop(new Desk(new OrderMapperImpl()));

              public static final PlaceOrder ORDER =
                  PlaceOrderBuilder.builder().sku("x").count(2).customer(new CustomerRecord("n")).build().withCount(3);
            }
            """);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void otherProcessorsRunInOneCompilation(boolean oursFirst) throws IOException, ReflectiveOperationException {
        List<String> order = new ArrayList<>(PROCESSORS);
        if (!oursFirst) {
            Collections.reverse(order);
        }

        CompilerHarness.Compiled compiled = compile(SOURCES, order);

        assertTrue(compiled.succeeded(), compiled.messages()::toString);
        assertEquals(
                List.of(),
                compiled.complaints().stream()
                        .filter(CompilerHarness.Message::isOurs)
                        .toList());
        try (URLClassLoader classes = new URLClassLoader(
                new URL[] {folder.resolve("classes").toUri().toURL()},
                getClass().getClassLoader())) {
            Class<?> start = classes.loadClass("shop.Start");
            assertEquals("DeskLoop", start.getField("LOOP").get(null).getClass().getSimpleName());
            @SuppressWarnings("unchecked")
            JsonCodec<Object> spec = (JsonCodec<Object>) classes.loadClass("shop.PlaceOrderSpec")
                    .getField("INSTANCE")
                    .get(null);
            Object placed = start.getField("ORDER").get(null);
            assertEquals("{\"sku\":\"x\",\"count\":3,\"customer\":{\"name\":\"n\"}}", spec.encode(placed));
            assertEquals(
                    placed, spec.decode(spec.encode(placed)).fold(accepted -> accepted.value(), rejected -> rejected));
        }
    }

    @Test
    void lombokClassIsNotAComponent() throws IOException {
        String tool = """
                package shop;

                /** Stores an order. */
                @SuppressWarnings("ESC040")
                @dev.escapement.Tool
                public record Store(Order order) {}
                """;

        CompilerHarness.Compiled compiled = compile(List.of(ORDER, tool), PROCESSORS);

        assertFalse(compiled.succeeded());
        assertEquals(
                List.of(ProblemKind.NO_SCHEMA.message(List.of(
                        SchemaFault.TYPE.with(Declaration.COMPONENT.with("order", "Store"), "Order"),
                        Hint.NONE,
                        SchemaRemedy.CLASS.with("Order")))),
                compiled.ours());
    }

    private CompilerHarness.Compiled compile(List<String> sources, List<String> processors) throws IOException {
        return CompilerHarness.JAVAC.compile(
                SourceFiles.write(folder, sources),
                folder,
                List.of(
                        "-processorpath",
                        System.getProperty("java.class.path"),
                        "-processor",
                        String.join(",", processors)));
    }
}
