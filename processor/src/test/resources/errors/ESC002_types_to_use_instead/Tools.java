package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import java.sql.Timestamp;
import java.util.BitSet;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@SuppressWarnings("ESC040")
class Tools {
  // GENERATED shop.Tools_EndSpec
  @Tool record End(String text) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ADate), java.util.Date), Hint.NONE, SchemaRemedy.REPLACEMENT("Instant for a point in time, or LocalDate for a day")
  @Tool record ADate(Date value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ATimestamp), java.sql.Timestamp), Hint.NONE, SchemaRemedy.REPLACEMENT(Instant)
  @Tool record ATimestamp(List<Timestamp> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AMap), "Map<String, Object>"), Hint.NONE, SchemaRemedy.MAP_OF_OBJECTS(String)
  @Tool record AMap(Map<String, Object> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AnOpenMap), "Map<String, ?>"), Hint.NONE, SchemaRemedy.MAP_OF_OBJECTS(String)
  @Tool record AnOpenMap(List<Map<String, ?>> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AnArray), "Object[]"), Hint.NONE, SchemaRemedy.LIST_OF_OBJECTS(List)
  @Tool record AnArray(Object[] value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AFuture), java.util.concurrent.CompletableFuture<Long>), Hint.NONE, SchemaRemedy.ASYNCHRONOUS(Long)
  @Tool record AFuture(CompletableFuture<Long> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AStream), java.util.stream.Stream<Integer>), Hint.NONE, SchemaRemedy.SEQUENCE(Integer)
  @Tool record AStream(Stream<Integer> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, APrimitiveStream), java.util.stream.IntStream), Hint.NONE, SchemaRemedy.REPLACEMENT(List<Integer>)
  @Tool record APrimitiveStream(IntStream value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AQueue), java.util.Deque<String>), Hint.NONE, SchemaRemedy.SEQUENCE(String)
  @Tool record AQueue(Deque<String> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ASetOfBits), java.util.BitSet), Hint.NONE, SchemaRemedy.REPLACEMENT(Set<Integer>)
  @Tool record ASetOfBits(BitSet value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AnEntry), "java.util.Map.Entry<String, String>"), Hint.NONE, SchemaRemedy.REPLACEMENT(a record with two components)
  @Tool record AnEntry(Map.Entry<String, String> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ANumber), Number), Hint.NONE, SchemaRemedy.REPLACEMENT("BigDecimal, or a specific type such as long or double")
  @Tool record ANumber(Number value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AnException), IllegalStateException), Hint.NONE, SchemaRemedy.EXCEPTION
  @Tool record AnException(IllegalStateException value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AnAnnotation), Override), Hint.NONE, SchemaRemedy.ANNOTATION
  @Tool record AnAnnotation(Override value) {}

  abstract static class Shape {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AnAbstractClass), Shape), Hint.NONE, SchemaRemedy.ABSTRACT_CLASS(Shape)
  @Tool record AnAbstractClass(Shape value) {}

  sealed static class Vehicle {}

  static final class Car extends Vehicle {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ASealedClass), Vehicle), Hint.NONE, SchemaRemedy.ABSTRACT_CLASS(Vehicle)
  @Tool record ASealedClass(Vehicle value) {}

  class Inner {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AnInnerClass), Inner), Hint.NONE, SchemaRemedy.CLASS(Inner)
  @Tool record AnInnerClass(Inner value) {}

  @Agent static class Desk {
    @Prompt String prompt() { return ""; }

    // ERROR ESC002 SchemaFault.TYPE(Declaration.STEP_RESULT(end), Finish<Void>), Hint.NONE, SchemaRemedy.FINISH_WITHOUT_RESULT
    @Step Finish<Void> end(End call) { return null; }
  }

  // GENERATED shop.Tools_OneSpec shop.Tools_TwoSpec
  @Tool record One() {}

  @Tool record Two() {}

  @Agent static class Office {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> end(End call) { return null; }

    // ERROR ESC002 SchemaFault.TYPE(Declaration.STEP_RESULT(one), Pause<Void>), Hint.NONE, SchemaRemedy.PAUSE_WITHOUT_REPLY
    @Step Pause<Void> one(One call) { return null; }

    // ERROR ESC002 SchemaFault.TYPE(Declaration.STEP_RESULT(two), Void), Hint.NONE, SchemaRemedy.VOID
    @Step Void two(Two call) { return null; }
  }
}
