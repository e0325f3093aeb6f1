package shop;

import dev.escapement.Tool;

class Tools {
  // ERROR [ESC001] AClass is annotated with @Tool but is a class … make it a record
  @Tool static class AClass {}

  // ERROR [ESC001] AnInterface is annotated with @Tool but is an interface that is not sealed. … make it a record
  @Tool interface AnInterface {}

  // ERROR [ESC001] ASealedInterface is annotated with @Tool but is a sealed interface. … make it a record
  @Tool sealed interface ASealedInterface permits Leaf {}

  record Leaf(String text) implements ASealedInterface {}

  // ERROR [ESC001] AnEnum is annotated with @Tool but is an enum … make it a record
  @Tool enum AnEnum { ONE }

  // ERROR [ESC001] AnAnnotation is annotated with @Tool but is an annotation … make it a record
  @Tool @interface AnAnnotation {}

  // ERROR [ESC001] AGenericRecord is annotated with @Tool but is generic … without type parameters
  @Tool record AGenericRecord<T>(T value) {}
}
