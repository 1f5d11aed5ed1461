package city.onewindow.catalog;

/**
 * What one window saves against going to each department alone. Both sides count the same kind of thing, so that nothing is
 * called saved that nobody was asked for in the first place.
 *
 * @param fields to fill in, item by item and once; without those that the answers already say
 * @param materials that the applicant must bring or let follow, item by item and once
 * @param trips one to hand in and, unless all is done on the spot, one to collect: for each item, and for all together
 * @param fetched materials that the centre fetches, on either way: nobody is asked for them
 * @param printed materials that are printed from the filled-in form
 * @param produced materials that the case itself produces for a later item
 * @param promisedOneByOne the promised days one after another; {@code promised} those along the critical path
 */
public record Savings(
        Change fields,
        Change materials,
        Change trips,
        int fetched,
        int printed,
        int produced,
        Span promisedOneByOne,
        Span promised) {

    public record Change(int before, int after) {}

    static Savings of(Merge merge) {
        Errand errand = merge.errand();
        int trips = errand.items().stream().mapToInt(Savings::tripsFor).sum();
        Span oneByOne = errand.items().stream()
                .map(item -> Span.of(item.terms().promised()))
                .reduce(Span.ZERO, Span::plus);
        return new Savings(
                fields(merge),
                materials(merge),
                new Change(
                        trips,
                        errand.items().stream()
                                .mapToInt(Savings::tripsFor)
                                .max()
                                .orElse(0)),
                count(merge, MergedMaterial.Origin.FETCHED),
                count(merge, MergedMaterial.Origin.FORM),
                merge.produced().size(),
                oneByOne,
                CriticalPath.promised(errand).span());
    }

    private static Change fields(Merge merge) {
        int before = merge.fields().stream()
                .filter(field -> field.given().isEmpty())
                .mapToInt(field -> field.reasons().size())
                .sum();
        return new Change(before, (int)
                merge.fields().stream().filter(MergedField::isAsked).count());
    }

    private static Change materials(Merge merge) {
        int before = (int) merge.errand().items().stream()
                .flatMap(item -> item.materials().stream())
                .map(CaseMaterial::material)
                .filter(material -> material.requirement() != Requirement.OPTIONAL
                        && material.shareableFrom().isEmpty())
                .count();
        int after = (int) merge.materials().stream()
                .filter(material -> material.origin() == MergedMaterial.Origin.APPLICANT)
                .filter(material -> material.requirement() != Requirement.OPTIONAL)
                .count();
        return new Change(before, after);
    }

    private static int tripsFor(CaseItem item) {
        return item.terms().promised().isOnTheSpot() ? 1 : 2;
    }

    private static int count(Merge merge, MergedMaterial.Origin origin) {
        return (int) merge.materials().stream()
                .filter(material -> material.origin() == origin)
                .count();
    }
}
