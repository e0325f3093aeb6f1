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

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ARawRecord), Page), Hint.NONE, SchemaRemedy.TYPE_ARGUMENTS
  @Tool record ARawRecord(Page value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AWildcard), ?), Hint.NONE, SchemaRemedy.UNBOUNDED_WILDCARD
  @Tool record AWildcard(Page<?> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ADeepWildcard), ? extends Number), Hint.NONE, SchemaRemedy.WILDCARD(Number)
  @Tool record ADeepWildcard(Pair<String, List<? extends Number>> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ABadArgument), Object), Hint.NONE, SchemaRemedy.OBJECT
  @Tool record ABadArgument(Page<Object> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ARawSet), Set), Hint.NONE, SchemaRemedy.ELEMENT_TYPE(List<String>)
  @Tool record ARawSet(Set value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ARawCollection), Collection), Hint.NONE, SchemaRemedy.ELEMENT_TYPE(List<String>)
  @Tool record ARawCollection(Collection value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AMapByBytes), "Map<byte[], String>"), Hint.NONE, SchemaRemedy.TEXT_AS_KEY
  @Tool record AMapByBytes(Map<byte[], String> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AMapByRecord), "Map<Pair<String, String>, String>"), Hint.NONE, SchemaRemedy.TEXT_AS_KEY
  @Tool record AMapByRecord(Map<Pair<String, String>, String> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AMapByFraction), "Map<Double, String>"), Hint.NONE, SchemaRemedy.TEXT_AS_KEY
  @Tool record AMapByFraction(Map<Double, String> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AMapByAddress), "Map<URL, String>"), Hint.NONE, SchemaRemedy.URI
  @Tool record AMapByAddress(Map<URL, String> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ASetOfAddresses), Set<URL>), Hint.NONE, SchemaRemedy.URI
  @Tool record ASetOfAddresses(Set<URL> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ASetOfBytes), "Set<byte[]>"), Hint.NONE, SchemaRemedy.LIST
  @Tool record ASetOfBytes(Set<byte[]> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ASetOfArrays), "Set<Integer[]>"), Hint.NONE, SchemaRemedy.LIST
  @Tool record ASetOfArrays(List<Set<Integer[]>> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ANestedOptional), Optional<String>), Hint.NONE, SchemaRemedy.OPTIONAL_COMPONENT(Optional)
  @Tool record ANestedOptional(Map<UUID, Optional<String>> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AnOptionalArgument), Optional<String>), Hint.NONE, SchemaRemedy.OPTIONAL_COMPONENT(Optional)
  @Tool record AnOptionalArgument(Page<Optional<String>> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AnArrayOfOptionals), OptionalInt), Hint.NONE, SchemaRemedy.OPTIONAL_COMPONENT(OptionalInt)
  @Tool record AnArrayOfOptionals(OptionalInt[] value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, ANullablePrimitive), int), Hint.NONE, SchemaRemedy.NULLABLE_PRIMITIVE(int)
  @Tool record ANullablePrimitive(@Nullable int value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(next, Growing), Growing<List<T>>), Hint.PATH([AGrowingOne, value, next, next, next, next, next, next, next]), SchemaRemedy.FINITE_TYPE_ARGUMENTS
  record Growing<T>(T value, Optional<Growing<List<T>>> next) {}

  @Tool record AGrowingOne(Growing<String> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(next, Doubling), "Doubling<Pair<T, T>>"), Hint.PATH([ADoublingOne, value, next, next, next, next, next, next, next]), SchemaRemedy.FINITE_TYPE_ARGUMENTS
  record Doubling<T>(T value, List<Doubling<Pair<T, T>>> next) {}

  @Tool record ADoublingOne(Doubling<String> value) {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, AMapByItself), "Map<AMapByItself, String>"), Hint.NONE, SchemaRemedy.TEXT_AS_KEY
  @Tool record AMapByItself(Map<AMapByItself, String> value) {}
}
