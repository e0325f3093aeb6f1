package shop;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.escapement.Codec;
import dev.escapement.Tool;

@SuppressWarnings("ESC040")
// GENERATED shop.Tools_CompleteCodec shop.Tools_RightSpec
class Tools {
  // Names in the list, without a name, and of the type itself.
  @JsonSubTypes({@JsonSubTypes.Type(value = One.class, name = "1"), @JsonSubTypes.Type(Two.class)})
  @Codec sealed interface Complete permits One, Two, Three {}

  record One(int a) implements Complete {}

  record Two(int b) implements Complete {}

  @JsonTypeName("3") record Three(int c) implements Complete {}

  // ERROR ESC082 SubtypeFault.UNLISTED(Outer, Hidden), SubtypeRemedy.LIST(Hidden, hidden)
  @JsonSubTypes({@JsonSubTypes.Type(value = Shown.class, name = "shown"), @JsonSubTypes.Type(Inner.class)})
  @Codec sealed interface Outer permits Shown, Inner {}

  sealed interface Inner extends Outer permits Hidden, Own {}

  record Shown(int a) implements Outer {}

  record Hidden(int a) implements Inner {}

  @JsonTypeName("own") enum Own implements Inner { ONE }

  // ERROR ESC082 SubtypeFault.NOT_PERMITTED(Stale, Removed), SubtypeRemedy.REMOVE(Removed)
  @JsonSubTypes({@JsonSubTypes.Type(value = Kept.class, name = "kept"), @JsonSubTypes.Type(value = Removed.class, name = "removed")})
  @Codec sealed interface Stale permits Kept {}

  record Kept(int a) implements Stale {}

  record Removed(int a) {}

  @JsonSubTypes(@JsonSubTypes.Type(value = Named.class, name = "first"))
  @Codec sealed interface Twice permits Named {}

  // ERROR ESC082 SubtypeFault.TWO_NAMES(Named, [first, second]), SubtypeRemedy.ONE_NAME
  @JsonTypeName("second") record Named(int a) implements Twice {}

  // The names and the discriminator of a superinterface apply to a part of it.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes(@JsonSubTypes.Type(value = Wolf.class, name = "w"))
  sealed interface Animal permits Wild {}

  sealed interface Wild extends Animal permits Wolf {}

  record Wolf(int age) implements Wild {}

  @Tool record Right(Wild wild, Animal animal) {}
}
