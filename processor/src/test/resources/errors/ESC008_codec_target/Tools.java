package shop;

import dev.escapement.Codec;

class Types {
  // ERROR [ESC008] AClass is annotated with @Codec but is a class … make it a record, an enum or a sealed interface
  @Codec static class AClass {}

  // ERROR [ESC008] AnInterface is annotated with @Codec but is an interface that is not sealed
  @Codec interface AnInterface {}

  // ERROR [ESC008] AnAnnotation is annotated with @Codec but is an annotation
  @Codec @interface AnAnnotation {}

  // ERROR [ESC008] AGenericRecord is annotated with @Codec but is generic
  @Codec record AGenericRecord<T>(T value) {}

  // ERROR [ESC008] ASealedClass is annotated with @Codec but is a class
  @Codec abstract static sealed class ASealedClass permits Leaf {}

  static final class Leaf extends ASealedClass {}
}
