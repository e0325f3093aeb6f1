package shop;

import dev.escapement.Codec;
import dev.escapement.Tool;
import dev.escapement.content.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@SuppressWarnings("ESC040")
class Tools {
  // GENERATED shop.Tools_AlbumCodec

  /** A record that only results may contain. */
  @Codec
  record Album(Content.File cover) {}

  record Bill(
      // ERROR ESC085 Declaration.COMPONENT(pages, Bill)
      List<Content.File> pages) {}

  @Tool
  record OfBill(Bill bill) {}

  @Tool
  record Direct(
      // ERROR ESC085 Declaration.COMPONENT(first, Direct)
      Optional<Content.File> first,
      // ERROR ESC085 Declaration.COMPONENT(second, Direct)
      Map<String, List<Content.File>> second,
      // ERROR ESC085 Declaration.COMPONENT(third, Direct)
      Content third,
      String other) {}
}
