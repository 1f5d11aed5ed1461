package city.onewindow.catalog;

/**
 * What one window saves against going to each department alone.
 *
 * @param fields asked by the items one by one, and asked once
 * @param materials handed in item by item, and what the applicant still brings
 * @param trips one to hand in and, unless done on the spot, one to collect, for each item; and one (最多跑一次)
 * @param promised the promised days one after another, and along the critical path
 */
public record Savings(Change fields, Change materials, Change trips, Span promisedOneByOne, Span promised) {

    public record Change(int before, int after) {}

    static Savings of(Merge merge) {
        Errand errand = merge.errand();
        int fieldsBefore = merge.fields().stream()
                .mapToInt(field -> field.reasons().size())
                .sum();
        int fieldsAfter =
                (int) merge.fields().stream().filter(MergedField::isAsked).count();
        int materialsBefore = errand.items().stream()
                .mapToInt(item -> item.materials().size())
                .sum();
        int materialsAfter = (int) merge.materials().stream()
                .filter(material -> material.origin() == MergedMaterial.Origin.APPLICANT)
                .count();
        int trips = errand.items().stream()
                .mapToInt(item -> item.terms().promised().isOnTheSpot() ? 1 : 2)
                .sum();
        Span oneByOne = errand.items().stream()
                .map(item -> Span.of(item.terms().promised()))
                .reduce(Span.ZERO, Span::plus);
        return new Savings(
                new Change(fieldsBefore, fieldsAfter),
                new Change(materialsBefore, materialsAfter),
                new Change(trips, Math.min(1, trips)),
                oneByOne,
                CriticalPath.promised(errand).span());
    }
}
