package shop;

import dev.escapement.Tool;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

@SuppressWarnings({"ESC040", "rawtypes"})
class Tools {
  @interface Nullable {}

  record Page<T>(List<T> items) {}

  record Pair<A, B>(A first, B second) {}

  // ERROR [ESC002] The component value of ARawRecord has the type Page … Say what its type arguments are
  @Tool record ARawRecord(Page value) {}

  // ERROR [ESC002] The component value of AWildcard has the type ? … without a wildcard
  @Tool record AWildcard(Page<?> value) {}

  // ERROR [ESC002] The component value of ADeepWildcard has the type ? extends Number … without a wildcard
  @Tool record ADeepWildcard(Pair<String, List<? extends Number>> value) {}

  // ERROR [ESC002] The component value of ABadArgument has the type Object
  @Tool record ABadArgument(Page<Object> value) {}

  // ERROR [ESC002] The component value of ARawSet has the type Set … List<String>, for example
  @Tool record ARawSet(Set value) {}

  // ERROR [ESC002] The component value of ARawCollection has the type Collection … List<String>, for example
  @Tool record ARawCollection(Collection value) {}

  // ERROR [ESC002] The component value of AMapByBytes has the type Map<byte[], String> … Names in JSON are strings
  @Tool record AMapByBytes(Map<byte[], String> value) {}

  // ERROR [ESC002] The component value of AMapByRecord has the type Map<Pair<String, String>, String> … Names in JSON are strings
  @Tool record AMapByRecord(Map<Pair<String, String>, String> value) {}

  // ERROR [ESC002] The component value of AMapByFraction has the type Map<Double, String> … Names in JSON are strings
  @Tool record AMapByFraction(Map<Double, String> value) {}

  // ERROR [ESC002] The component value of AMapByAddress has the type Map<URL, String> … use URI
  @Tool record AMapByAddress(Map<URL, String> value) {}

  // ERROR [ESC002] The component value of ASetOfAddresses has the type Set<URL> … in the network
  @Tool record ASetOfAddresses(Set<URL> value) {}

  // ERROR [ESC002] The component value of ASetOfBytes has the type Set<byte[]> … An array is equal to itself only … use a List
  @Tool record ASetOfBytes(Set<byte[]> value) {}

  // ERROR [ESC002] The component value of ASetOfArrays has the type Set<Integer[]> … use a List
  @Tool record ASetOfArrays(List<Set<Integer[]>> value) {}

  // ERROR [ESC002] The component value of ANestedOptional has the type Optional<String> … not inside another type
  @Tool record ANestedOptional(Map<UUID, Optional<String>> value) {}

  // ERROR [ESC002] The component value of AnOptionalArgument has the type Optional<String> … not inside another type
  @Tool record AnOptionalArgument(Page<Optional<String>> value) {}

  // ERROR [ESC002] The component value of AnArrayOfOptionals has the type OptionalInt … not inside another type
  @Tool record AnArrayOfOptionals(OptionalInt[] value) {}

  // ERROR [ESC002] The component value of ANullablePrimitive has the type int … A primitive is never null
  @Tool record ANullablePrimitive(@Nullable int value) {}

  // ERROR [ESC002] The component next of Growing has the type Growing<List<T>> … ever more type arguments
  record Growing<T>(T value, Optional<Growing<List<T>>> next) {}

  @Tool record AGrowingOne(Growing<String> value) {}

  // ERROR [ESC002] The component next of Doubling has the type Doubling<Pair<T, T>> … ever more type arguments
  record Doubling<T>(T value, List<Doubling<Pair<T, T>>> next) {}

  @Tool record ADoublingOne(Doubling<String> value) {}

  // ERROR [ESC002] The component value of AMapByItself has the type Map<AMapByItself, String> … as the key
  @Tool record AMapByItself(Map<AMapByItself, String> value) {}
}
