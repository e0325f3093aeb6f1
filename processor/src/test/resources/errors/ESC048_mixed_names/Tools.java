package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Codec;
import dev.escapement.Naming;
import dev.escapement.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@SuppressWarnings("ESC040")
// OPTION -Aescapement.naming=snake_case
// GENERATED shop.Tools_AlikeSpec shop.Tools_DeclaredSpec shop.Tools_LineCodec shop.Tools_PlainCodec
// GENERATED shop.Tools_StateCodec shop.Tools_StatedCodec shop.Tools_InnerSpec shop.Tools_DeepCodec
// GENERATED shop.Tools_ResultCodec shop.Tools_SomeCodec shop.Tools_QuietSpec shop.Tools_RenamedCodec
class Tools {
  @Codec record Line(String skuCode) {}

  @Codec record Plain(String sku, int count) {}

  @Codec record Renamed(@JsonProperty("articleCode") String articleCode) {}

  @Codec enum State { OPEN, CLOSED }

  @Codec(naming = Naming.SNAKE_CASE) record Stated(String skuCode) {}

  /** Its names are the same in both namings, except those of a record that it contains. */
  @Codec record Deep(Map<String, Part> parts) {
    record Part(String partName) {}
  }

  @Tool record Inner(String innerName) {}

  // All in snake_case.
  @Tool record Alike(Line line, Plain plain, State state, Stated stated, Deep deep, Inner inner) {}

  @Tool(naming = Naming.AS_DECLARED) record Declared(
      // WARNING ESC048 Declaration.COMPONENT(lines, Declared), Line, "@Codec(naming = Naming.AS_DECLARED)", "@Codec(naming = Naming.SNAKE_CASE)"
      List<Line> lines,
      Plain plain,
      Renamed renamed,
      // WARNING ESC048 Declaration.COMPONENT(byState, Declared), State, "@Codec(naming = Naming.AS_DECLARED)", "@Codec(naming = Naming.SNAKE_CASE)"
      Map<State, String> byState,
      Stated stated,
      // WARNING ESC048 Declaration.COMPONENT(deep, Declared), Deep, "@Codec(naming = Naming.AS_DECLARED)", "@Codec(naming = Naming.SNAKE_CASE)"
      Optional<Deep> deep,
      // WARNING ESC048 Declaration.COMPONENT(inner, Declared), Inner, "@Tool(naming = Naming.AS_DECLARED)", "@Tool(naming = Naming.SNAKE_CASE)"
      Inner inner,
      Indirect indirect) {}

  record Indirect(
      // WARNING ESC048 Declaration.COMPONENT(oneLine, Indirect), Line, "@Codec(naming = Naming.AS_DECLARED)", "@Codec(naming = Naming.SNAKE_CASE)"
      Line oneLine) {}

  @Codec(naming = Naming.AS_DECLARED) sealed interface Result permits Some, None {}

  // WARNING ESC048 Declaration.COMPONENT(someValue, Some), Some, "@Codec(naming = Naming.AS_DECLARED)", "@Codec(naming = Naming.SNAKE_CASE)"
  @Codec record Some(String someValue) implements Result {}

  record None(String noValue) implements Result {}

  @Tool(naming = Naming.AS_DECLARED) record Quiet(@SuppressWarnings("ESC048") Line line, Result result) {}
}
