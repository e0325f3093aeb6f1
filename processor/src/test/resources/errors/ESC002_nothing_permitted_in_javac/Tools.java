package shop;

import dev.escapement.Codec;
import dev.escapement.Tool;

@SuppressWarnings("ESC040")
class Tools {
  sealed interface Empty {}

  // ERROR ESC002 SchemaFault.NO_PERMITTED_TYPE(Empty), Hint.NONE, SchemaRemedy.PERMITTED_TYPE(Empty)
  @Tool record Ask(Empty empty) {}

  // ERROR ESC002 SchemaFault.NO_PERMITTED_TYPE(Alone), Hint.NONE, SchemaRemedy.PERMITTED_TYPE(Alone)
  @Codec sealed interface Alone {}
}
