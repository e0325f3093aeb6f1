package shop;

import dev.escapement.Tool;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

@SuppressWarnings({"ESC040", "rawtypes"})
class Tools {
  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AnObject), Object), Hint.NONE, SchemaRemedy.OBJECT
  @Tool record AnObject(Object value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AnArray), Thread), Hint.NONE, SchemaRemedy.OTHER_TYPE
  @Tool record AnArray(Thread[] value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AClassOfTheJdk), Thread), Hint.NONE, SchemaRemedy.OTHER_TYPE
  @Tool record AClassOfTheJdk(Thread value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ARawList), List), Hint.NONE, SchemaRemedy.ELEMENT_TYPE(List<String>)
  @Tool record ARawList(List value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AnArrayList), ArrayList<String>), Hint.NONE, SchemaRemedy.INTERFACE(List)
  @Tool record AnArrayList(ArrayList<String> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ATreeMap), "TreeMap<String, String>"), Hint.NONE, SchemaRemedy.INTERFACE(Map)
  @Tool record ATreeMap(java.util.TreeMap<String, String> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AListOfObjects), List<Object>), Hint.NONE, SchemaRemedy.LIST_OF_OBJECTS(List)
  @Tool record AListOfObjects(List<Object> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AWildcard), List<?>), Hint.NONE, SchemaRemedy.LIST_OF_OBJECTS(List)
  @Tool record AWildcard(List<?> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ABoundedWildcard), ? extends Number), Hint.NONE, SchemaRemedy.WILDCARD(Number)
  @Tool record ABoundedWildcard(Map<String, ? extends Number> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ALowerWildcard), ? super Integer), Hint.NONE, SchemaRemedy.WILDCARD(Integer)
  @Tool record ALowerWildcard(Optional<? super Integer> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AMapByNumber), "Map<Double, String>"), Hint.NONE, SchemaRemedy.TEXT_AS_KEY
  @Tool record AMapByNumber(Map<Double, String> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ARawMap), Map), Hint.NONE, SchemaRemedy.ELEMENT_TYPE("Map<String, String>")
  @Tool record ARawMap(Map value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ANestedOptional), Optional<String>), Hint.NONE, SchemaRemedy.OPTIONAL_COMPONENT(Optional)
  @Tool record ANestedOptional(Optional<Optional<String>> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AListOfOptionals), Optional<String>), Hint.NONE, SchemaRemedy.OPTIONAL_COMPONENT(Optional)
  @Tool record AListOfOptionals(List<Optional<String>> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ARawOptional), Optional), Hint.NONE, SchemaRemedy.ELEMENT_TYPE(Optional<String>)
  @Tool record ARawOptional(Optional value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AFunction), java.util.function.Supplier<String>), Hint.NONE, SchemaRemedy.ASYNCHRONOUS(String)
  @Tool record AFunction(Supplier<String> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ADateOfSql), java.sql.Date), Hint.NONE, SchemaRemedy.REPLACEMENT(LocalDate)
  @Tool record ADateOfSql(java.sql.Date value) {}

  interface Open {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AnOpenInterface), Open), Hint.NONE, SchemaRemedy.OPEN_INTERFACE(Open)
  @Tool record AnOpenInterface(Open value) {}

  static final class Plain {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AClass), Plain), Hint.NONE, SchemaRemedy.CLASS(Plain)
  @Tool record AClass(Plain value) {}

  record Pair<A, B>(A first, B second) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ARawGeneric), Pair), Hint.NONE, SchemaRemedy.TYPE_ARGUMENTS
  @Tool record ARawGeneric(Pair value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(more, Grow), Grow<List<T>>), Hint.PATH([Growing, value, more, more, more, more, more, more, more]), SchemaRemedy.FINITE_TYPE_ARGUMENTS
  record Grow<T>(T value, Optional<Grow<List<T>>> more) {}

  @Tool record Growing(Grow<String> value) {}

  enum Nothing {}

  // ERROR ESC002 SchemaFault.ENUM_WITHOUT_CONSTANTS(Nothing), Hint.NONE, SchemaRemedy.ENUM_CONSTANT
  @Tool record AnEmptyEnum(Nothing value) {}
}
