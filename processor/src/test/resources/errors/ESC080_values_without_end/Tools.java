package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Codec;
import dev.escapement.Tool;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("ESC040")
// GENERATED shop.Tools_EndingSpec shop.Tools_OrderCodec
class Tools {
  @Tool record Direct(
      // ERROR ESC080 Direct, [Declaration.SHORT_COMPONENT(self, Direct)]
      Direct self) {}

  // One that holds an endless one is endless, too, but is not what is wrong.
  @Tool record Around(One one, Full full, Loop loop, Nodes nodes) {}

  record One(
      // ERROR ESC080 One, [Declaration.SHORT_COMPONENT(two, One), Declaration.SHORT_COMPONENT(three, Two), Declaration.SHORT_COMPONENT(one, Three)]
      Two two) {}

  record Two(int number, Three three) {}

  record Three(One one) {}

  record Full(
      // ERROR ESC080 Full, [Declaration.SHORT_COMPONENT(others, Full)]
      @Size(min = 2) List<Full> others) {}

  record Nodes(
      // ERROR ESC080 Nodes, [Declaration.SHORT_COMPONENT(named, Nodes)]
      @NotEmpty Map<String, Nodes> named) {}

  sealed interface Loop permits Link, Chain {}

  record Link(Loop next) implements Loop {}

  record Chain(
      Loop[] loops,
      // ERROR ESC080 Loop, [Declaration.SHORT_COMPONENT(last, Loop)]
      Loop last)
      implements Loop {}

  @Tool record Ending(
      Optional<Ending> optional,
      @Nullable Ending nullable,
      List<Ending> list,
      @Size(max = 3) Ending[] array,
      Map<String, Ending> map,
      Expression expression,
      @JsonProperty(defaultValue = "[]") @Size(max = 1) List<Ending> byDefault) {}

  sealed interface Expression permits Sum, Literal {}

  record Sum(@NotEmpty List<Expression> terms, Expression first) implements Expression {}

  record Literal(int value) implements Expression {}

  @Codec record Order(@NotEmpty List<Line> lines) {}

  record Line(String sku, Optional<Order> partOf) {}
}
