package shop;

import dev.escapement.Tool;

class Tools {
  // ERROR ESC001 AClass, TypeFault.NOT_A_RECORD(TypeFault.CLASS)
  @Tool static class AClass {}

  // ERROR ESC001 AnInterface, TypeFault.NOT_A_RECORD(TypeFault.OPEN_INTERFACE)
  @Tool interface AnInterface {}

  // ERROR ESC001 ASealedInterface, TypeFault.NOT_A_RECORD(TypeFault.SEALED_INTERFACE)
  @Tool sealed interface ASealedInterface permits Leaf {}

  record Leaf(String text) implements ASealedInterface {}

  // ERROR ESC001 AnEnum, TypeFault.NOT_A_RECORD(TypeFault.ENUM)
  @Tool enum AnEnum { ONE }

  // ERROR ESC001 AnAnnotation, TypeFault.NOT_A_RECORD(TypeFault.ANNOTATION)
  @Tool @interface AnAnnotation {}

  // ERROR ESC001 AGenericRecord, TypeFault.GENERIC
  @Tool record AGenericRecord<T>(T value) {}
}
