package shop;

import dev.escapement.Tool;

class Tools {
  // ERROR ESC001 AClass, TypeFault.CLASS
  @Tool static class AClass {}

  // ERROR ESC001 AnInterface, TypeFault.OPEN_INTERFACE
  @Tool interface AnInterface {}

  // ERROR ESC001 ASealedInterface, TypeFault.SEALED_INTERFACE
  @Tool sealed interface ASealedInterface permits Leaf {}

  record Leaf(String text) implements ASealedInterface {}

  // ERROR ESC001 AnEnum, TypeFault.ENUM
  @Tool enum AnEnum { ONE }

  // ERROR ESC001 AnAnnotation, TypeFault.ANNOTATION
  @Tool @interface AnAnnotation {}

  // ERROR ESC001 AGenericRecord, TypeFault.GENERIC
  @Tool record AGenericRecord<T>(T value) {}
}
