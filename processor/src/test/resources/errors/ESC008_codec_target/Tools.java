package shop;

import dev.escapement.Codec;

class Types {
  // ERROR ESC008 AClass, TypeFault.CLASS
  @Codec static class AClass {}

  // ERROR ESC008 AnInterface, TypeFault.OPEN_INTERFACE
  @Codec interface AnInterface {}

  // ERROR ESC008 AnAnnotation, TypeFault.ANNOTATION
  @Codec @interface AnAnnotation {}

  // ERROR ESC008 AGenericRecord, TypeFault.GENERIC
  @Codec record AGenericRecord<T>(T value) {}

  // ERROR ESC008 ASealedClass, TypeFault.CLASS
  @Codec abstract static sealed class ASealedClass permits Leaf {}

  static final class Leaf extends ASealedClass {}
}
