namespace Verifik.Contract;

/// <summary>A place in a file. Lines and columns begin at 1, as editors and MSBuild count them.</summary>
internal readonly record struct Position(int Line, int Column) : IComparable<Position>
{
    public int CompareTo(Position other) => (Line, Column).CompareTo((other.Line, other.Column));
}
