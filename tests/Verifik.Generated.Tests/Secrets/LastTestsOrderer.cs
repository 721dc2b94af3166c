using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Verifik.Tests.Secrets.LastTestsOrderer", "Verifik.Generated.Tests")]

namespace Verifik.Tests.Secrets;

/// <summary>Runs <see cref="LastTests"/> after the other collections, also after those that do not run in parallel.</summary>
public sealed class LastTestsOrderer : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(static collection => collection.DisplayName == LastTests.Name);
}
