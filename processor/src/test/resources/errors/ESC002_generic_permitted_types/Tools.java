package shop;

import dev.escapement.Tool;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

@SuppressWarnings({"ESC040", "rawtypes"})
// GENERATED shop.Tools_FittingSpec
class Tools {
  sealed interface Result<T> permits Ok, Err, Number, Old {}

  record Ok<T>(T value) implements Result<T> {}

  // a value of type Result<T> is of this type for one T only
  record Number(int number) implements Result<Integer> {}

  // ERROR ESC002 SchemaFault.PERMITTED_TYPE(Err, Result, TypeFault.OPEN_PARAMETER(E)), Hint.PATH([Open, result, "(Err)"]), SchemaRemedy.PERMITTED_TYPES(Result)
  record Err<T, E>(E fault) implements Result<T> {}

  // ERROR ESC002 SchemaFault.PERMITTED_TYPE(Old, Result, TypeFault.RAW_SUPERTYPE(Result)), Hint.PATH([Open, result, "(Old)"]), SchemaRemedy.PERMITTED_TYPES(Result)
  record Old(String text) implements Result {}

  @Tool record Open(Result<String> result) {}

  sealed interface Phantom<T> permits Middle {}

  sealed interface Middle<U> extends Phantom<String> permits Last {}

  // ERROR ESC002 SchemaFault.PERMITTED_TYPE(Last, Middle, TypeFault.OPEN_PARAMETER(U)), Hint.PATH([Hidden, hidden, "(Middle)", "(Last)"]), SchemaRemedy.PERMITTED_TYPES(Middle)
  record Last<U>(U value) implements Middle<U> {}

  @Tool record Hidden(Phantom<String> hidden) {}

  sealed interface Choice<T> permits Fixed, Listed, Twice, Any {}

  record Fixed(String text) implements Choice<String> {}

  record Listed<T>(List<T> list) implements Choice<List<T>> {}

  record Twice<T>(T one) implements Choice<List<List<T>>> {}

  record Any<T>(T value) implements Choice<T> {}

  @Tool record Fitting(Choice<String> text, Choice<List<@NotBlank String>> list) {}

  @Tool record Annotated(
      // ERROR ESC002 SchemaFault.PERMITTED_TYPE(Fixed, Choice, TypeFault.FIXED_ARGUMENT(String)), Hint.PATH([Annotated, text, "(Fixed)"]), SchemaRemedy.TYPE_ARGUMENT_VARIABLE
      Choice<@NotBlank String> text,
      // ERROR ESC002 SchemaFault.PERMITTED_TYPE(Listed, Choice, TypeFault.FIXED_ARGUMENT(List<T>)), Hint.PATH([Annotated, list, "(Listed)"]), SchemaRemedy.TYPE_ARGUMENT_VARIABLE
      Choice<@Size(max = 2) List<String>> list) {}

  sealed interface Onlys<T> permits OnlyText {}

  record OnlyText(String text) implements Onlys<String> {}

  // ERROR ESC002 SchemaFault.NO_POSSIBLE_TYPE(Onlys<Integer>), Hint.NONE, SchemaRemedy.POSSIBLE_TYPE(Onlys<Integer>)
  @Tool record Impossible(Onlys<Integer> none) {}

  sealed interface Pairs<K, V> permits TextPair {}

  record TextPair(String text) implements Pairs<String, String> {}

  @Tool record ImpossiblePair(Holder<List<int[]>> holder) {}

  // ERROR ESC002 SchemaFault.NO_POSSIBLE_TYPE("Pairs<String, List<int[]>>"), Hint.PATH([ImpossiblePair, holder, none]), SchemaRemedy.POSSIBLE_TYPE("Pairs<String, List<int[]>>")
  record Holder<T>(Pairs<String, T> none) {}

  sealed interface Growing<T> permits More, Leaf {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(next, More), Growing<List<T>>), Hint.PATH([Endless, growing, "(More)", next, "(More)", next, "(More)", next, "(More)", next, "(More)", next, "(More)", next, "(More)", next]), SchemaRemedy.FINITE_TYPE_ARGUMENTS
  record More<T>(Growing<List<T>> next) implements Growing<T> {}

  record Leaf<T>(T value) implements Growing<T> {}

  @Tool record Endless(Growing<String> growing) {}
}
