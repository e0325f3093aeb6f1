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
  // ERROR [ESC002] The component value of AnObject has the type Object, for which there is no JSON Schema. Use a primitive
  @Tool record AnObject(Object value) {}

  // ERROR [ESC002] The component value of AnArray has the type Thread, for which there is no JSON Schema
  @Tool record AnArray(Thread[] value) {}

  // ERROR [ESC002] The component value of AClassOfTheJdk has the type Thread
  @Tool record AClassOfTheJdk(Thread value) {}

  // ERROR [ESC002] The component value of ARawList has the type List … List<String>, for example
  @Tool record ARawList(List value) {}

  // ERROR [ESC002] The component value of AnArrayList has the type ArrayList<String> … Use List: which class
  @Tool record AnArrayList(ArrayList<String> value) {}

  // ERROR [ESC002] The component value of ATreeMap has the type TreeMap<String, String> … Use Map: which class
  @Tool record ATreeMap(java.util.TreeMap<String, String> value) {}

  // ERROR [ESC002] The component value of AListOfObjects has the type Object
  @Tool record AListOfObjects(List<Object> value) {}

  // ERROR [ESC002] The component value of AWildcard has the type ? … without a wildcard
  @Tool record AWildcard(List<?> value) {}

  // ERROR [ESC002] The component value of ABoundedWildcard has the type ? extends Number … without a wildcard
  @Tool record ABoundedWildcard(Map<String, ? extends Number> value) {}

  // ERROR [ESC002] The component value of ALowerWildcard has the type ? super Integer … without a wildcard
  @Tool record ALowerWildcard(Optional<? super Integer> value) {}

  // ERROR [ESC002] The component value of AMapByNumber has the type Map<Double, String> … as the key
  @Tool record AMapByNumber(Map<Double, String> value) {}

  // ERROR [ESC002] The component value of ARawMap has the type Map … Map<String, String>, for example
  @Tool record ARawMap(Map value) {}

  // ERROR [ESC002] The component value of ANestedOptional has the type Optional<String> … not inside another type
  @Tool record ANestedOptional(Optional<Optional<String>> value) {}

  // ERROR [ESC002] The component value of AListOfOptionals has the type Optional<String> … not inside another type
  @Tool record AListOfOptionals(List<Optional<String>> value) {}

  // ERROR [ESC002] The component value of ARawOptional has the type Optional … Say what it holds: Optional<String>
  @Tool record ARawOptional(Optional value) {}

  // ERROR [ESC002] The component value of AFunction has the type Supplier<String>
  @Tool record AFunction(Supplier<String> value) {}

  interface Open {}

  // ERROR [ESC002] The component value of AnOpenInterface has the type Open
  @Tool record AnOpenInterface(Open value) {}

  static final class Plain {}

  // ERROR [ESC002] The component value of AClass has the type Plain
  @Tool record AClass(Plain value) {}

  record Pair<A, B>(A first, B second) {}

  // ERROR [ESC002] The component value of ARawGeneric has the type Pair … type arguments
  @Tool record ARawGeneric(Pair value) {}

  // ERROR [ESC002] ever more type arguments
  record Grow<T>(T value, Optional<Grow<List<T>>> more) {}

  @Tool record Growing(Grow<String> value) {}

  enum Nothing {}

  // ERROR [ESC002] The enum Nothing has no constants … Give it one
  @Tool record AnEmptyEnum(Nothing value) {}
}
