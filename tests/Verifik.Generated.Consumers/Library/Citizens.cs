using Library.Verifik;

namespace Library;

/// <summary>What the library offers to programs of any framework.</summary>
public sealed class Citizens(ILibraryQueries queries)
{
    /// <summary>The name of a citizen, and the date on which the document was issued.</summary>
    public async Task<string> DescribeAsync(string documentNumber, CancellationToken cancellationToken)
    {
        var found = await queries.FindCitizenAsync(DocumentType.CC, documentNumber, cancellationToken).ConfigureAwait(false);
        return $"{found.Data.FullName}, {found.Data.IssuedOn:yyyy-MM-dd}";
    }
}
